import { PartnerEnv, parseEnv } from '../env.ts';
import { serveAll } from '../http/serve.ts';
import { partnerAnswers } from '../partner/answers.ts';
import { partnerNeeds } from '../wiring/partner-needs.ts';
import { whenCalled } from '../wiring/when-called.ts';

export const handler = whenCalled(async () => serveAll(partnerAnswers, await partnerNeeds(parseEnv(PartnerEnv))));
