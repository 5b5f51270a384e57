import type { Clock } from '../domain/ports/clock.ts';
import { Ticket } from '../domain/ticket.ts';
import { citizenAnswers } from '../functions/citizen/answers.ts';
import { handler as docs } from '../functions/entries/docs-api.ts';
import { serveAll } from '../functions/http/serve.ts';
import { partnerAnswers } from '../functions/partner/answers.ts';
import { run as allocateTurns } from '../functions/scheduled/allocate-turns.ts';
import { run as anchorLedger } from '../functions/scheduled/anchor-ledger.ts';
import { run as chainLedger } from '../functions/scheduled/chain-ledger.ts';
import { AskedScan, developOne, run as developScans } from '../functions/scheduled/develop-scans.ts';
import { run as escalateOverdue } from '../functions/scheduled/escalate-overdue.ts';
import { run as planSessions } from '../functions/scheduled/plan-sessions.ts';
import { run as runJobs } from '../functions/scheduled/run-jobs.ts';
import { run as sendDigests } from '../functions/scheduled/send-digests.ts';
import { run as sendLetters } from '../functions/scheduled/send-letters.ts';
import { run as sweep } from '../functions/scheduled/sweep.ts';
import { staffAnswers } from '../functions/staff/answers.ts';
import { answer as passDeadline } from '../functions/tasks/pass-deadline.ts';
import { allocateNeeds } from '../functions/wiring/allocate-needs.ts';
import { anchorLedgerNeeds } from '../functions/wiring/anchor-ledger-needs.ts';
import { chainLedgerNeeds } from '../functions/wiring/chain-ledger-needs.ts';
import { citizenNeeds } from '../functions/wiring/citizen-needs.ts';
import { developScansNeeds } from '../functions/wiring/develop-scans-needs.ts';
import { partnerNeeds } from '../functions/wiring/partner-needs.ts';
import { passDeadlineNeeds } from '../functions/wiring/pass-deadline-needs.ts';
import { planSessionsNeeds } from '../functions/wiring/plan-sessions-needs.ts';
import { sendLettersNeeds } from '../functions/wiring/send-letters-needs.ts';
import { staffNeeds } from '../functions/wiring/staff-needs.ts';
import { sweepNeeds } from '../functions/wiring/sweep-needs.ts';
import type { LambdaFunction } from './asl/lambda-dispatcher.ts';
import type { FunctionsEnv } from './cloud.ts';
import type { Target } from './scheduler/open-scheduler.ts';

/** The deployed answers, tasks and schedules, on the office's clock. */
export const openHandlers = async (env: FunctionsEnv, clock: Clock) => {
  const staff = await staffNeeds(env, clock);
  const sweeping = sweepNeeds(env, clock);
  const sending = sendLettersNeeds(env, clock);
  const passing = passDeadlineNeeds(env, clock);
  const chaining = chainLedgerNeeds(env, clock);
  const allocating = await allocateNeeds(env, clock);
  const planning = planSessionsNeeds(env, clock);
  const developing = developScansNeeds(env, clock);
  const anchoring = anchorLedgerNeeds(env, clock);
  return {
    directory: staff.directory,
    api: {
      citizen: serveAll(citizenAnswers, await citizenNeeds(env, clock)),
      staff: serveAll(staffAnswers, staff),
      partner: serveAll(partnerAnswers, await partnerNeeds(env, clock)),
      docs,
    },
    passDeadline: ((payload) => passDeadline(Ticket.parse(payload), passing)) satisfies LambdaFunction,
    developScan: (asked: unknown) => developOne(AskedScan.parse(asked), developing),
    schedules: {
      sweep: async () => void (await sweep(sweeping)),
      'escalate-overdue': async () => void (await escalateOverdue(sweeping)),
      'run-jobs': async () => void (await runJobs(sweeping)),
      'send-letters': async () => void (await sendLetters(sending)),
      'send-digests': async () => void (await sendDigests(sending)),
      'develop-scans': async () => void (await developScans(developing)),
      'chain-ledger': async () => void (await chainLedger(chaining)),
      'allocate-turns': async () => void (await allocateTurns(allocating)),
      'plan-sessions': async () => void (await planSessions(planning)),
      'anchor-ledger': async () => void (await anchorLedger(anchoring)),
    } satisfies Record<string, Target>,
  };
};

/** The rates at which `infra/service-stack.ts` runs the schedules. */
export const SCHEDULE_MINUTES = {
  sweep: 1,
  'run-jobs': 1,
  'send-letters': 1,
  'escalate-overdue': 5,
  'send-digests': 5,
  'develop-scans': 1,
  'chain-ledger': 1,
  'allocate-turns': 1,
  'plan-sessions': 24 * 60,
  'anchor-ledger': 24 * 60,
} as const;
