import { parseEnv, StaffEnv } from '../env.ts';
import { serveAll } from '../http/serve.ts';
import { staffAnswers } from '../staff/answers.ts';
import { staffNeeds } from '../wiring/staff-needs.ts';
import { whenCalled } from '../wiring/when-called.ts';

export const handler = whenCalled(async () => serveAll(staffAnswers, await staffNeeds(parseEnv(StaffEnv))));
