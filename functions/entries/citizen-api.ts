import { citizenAnswers } from '../citizen/answers.ts';
import { CitizenEnv, parseEnv } from '../env.ts';
import { serveAll } from '../http/serve.ts';
import { citizenNeeds } from '../wiring/citizen-needs.ts';
import { whenCalled } from '../wiring/when-called.ts';

export const handler = whenCalled(async () => serveAll(citizenAnswers, await citizenNeeds(parseEnv(CitizenEnv))));
