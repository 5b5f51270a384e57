import { fileURLToPath } from 'node:url';
import type { Construct } from 'constructs';
import * as env from '../functions/env.ts';
import { Gateways } from './constructs/gateways.ts';
import { OfficeFunction, type OfficeFunctionProps } from './constructs/office-function.ts';
import type { DataStack } from './data-stack.ts';
import { PAGE_PROCESS_FILE } from './page-process.ts';

export type OfficeFunctionsProps = {
  readonly data: DataStack;
  readonly mailFrom: string;
  readonly firstAdministrator: string;
};

const PAGE_PROCESS_SCRIPT = fileURLToPath(new URL('page-process.ts', import.meta.url));

/** Every Lambda function: what it is for, and exactly what it may touch. */
export const officeFunctions = (scope: Construct, { data, mailFrom, firstAdministrator }: OfficeFunctionsProps) => {
  const office = <Name extends string>(
    id: string,
    entry: string,
    schema: { readonly shape: Readonly<Record<Name, unknown>> },
    more: Omit<OfficeFunctionProps<never>, 'entry' | 'schema'>,
  ) => new OfficeFunction(scope, id, { entry: `functions/entries/${entry}.ts`, schema, ...more });

  const citizen = office('Citizen', 'citizen-api', env.CitizenEnv, {
    description: 'The citizens’ API',
    timeoutSeconds: 10,
  });
  const staff = office('Staff', 'staff-api', env.StaffEnv, { description: 'The staff’s API', timeoutSeconds: 29 });
  const partner = office('Partner', 'partner-api', env.PartnerEnv, {
    description: 'The API of the complaint lines',
    timeoutSeconds: 10,
  });
  const docs = office('Docs', 'docs-api', env.NothingEnv, {
    description: 'The description of the API',
    timeoutSeconds: 10,
  });
  const passDeadline = office('PassDeadline', 'pass-deadline', env.PassDeadlineEnv, {
    description: 'Does the office’s duty when a deadline has passed',
    timeoutSeconds: 60,
  });
  const sweep = office('Sweeper', 'sweep', env.SweepEnv, {
    description: 'Finds requests whose workflow was lost',
    timeoutSeconds: 55,
  });
  const escalateOverdue = office('Escalation', 'escalate-overdue', env.EscalateOverdueEnv, {
    description: 'Moves overdue orders up the ladder',
    timeoutSeconds: 240,
  });
  const sendLetters = office('Letters', 'send-letters', env.SendLettersEnv, {
    description: 'Sends the letters that are due',
    timeoutSeconds: 55,
  });
  const sendDigests = office('Digests', 'send-digests', env.SendDigestsEnv, {
    description: 'Tells the staff in the morning what came to them',
    timeoutSeconds: 240,
  });
  const runJobs = office('Jobs', 'run-jobs', env.RunJobsEnv, {
    description: 'Moves dates where a calendar changed',
    timeoutSeconds: 55,
  });
  const chainLedger = office('Ledger', 'chain-ledger', env.ChainLedgerEnv, {
    description: 'Chains what happened to turns, post by post',
    timeoutSeconds: 55,
  });
  const anchorLedger = office('Anchor', 'anchor-ledger', env.AnchorLedgerEnv, {
    description: 'Notes the last line of every ledger, once a day',
    timeoutSeconds: 240,
  });

  const planSessions = office('Planning', 'plan-sessions', env.PlanSessionsEnv, {
    description: 'Plans the sessions that templates want',
    timeoutSeconds: 240,
  });

  const allocateTurns = office('Allocation', 'allocate-turns', env.AllocateTurnsEnv, {
    description: 'Offers free turns to the heads of the queues',
    timeoutSeconds: 55,
  });

  const developScans = office('Darkroom', 'develop-scans', env.DevelopScansEnv, {
    description: 'Looks at uploaded files, and makes the pictures that people see',
    timeoutSeconds: 290,
    memoryMb: 2048,
    alsoBundles: PAGE_PROCESS_SCRIPT,
  });

  for (const fn of [
    citizen,
    staff,
    partner,
    passDeadline,
    sweep,
    escalateOverdue,
    sendLetters,
    sendDigests,
    runJobs,
    chainLedger,
    anchorLedger,
    planSessions,
    allocateTurns,
    developScans,
  ])
    data.table.letsReadAndWrite(fn);
  data.table.letsLoad(staff);
  data.documents.letsServeCitizens(citizen);
  data.documents.letsServeStaff(staff);
  data.documents.letsDevelop(developScans);
  developScans.knows('PAGE_PROCESS', `/var/task/${PAGE_PROCESS_FILE}`);
  developScans.letsCall(staff, 'DARKROOM_FUNCTION');
  data.anchors.letsNote(anchorLedger);
  data.anchors.letsRead(staff);
  for (const fn of [citizen, staff, partner, allocateTurns]) data.keys.letsDerive(fn);
  const gateways = new Gateways(scope, 'Gateways', { mailFrom });
  for (const fn of [citizen, sendLetters, sendDigests]) gateways.letsWrite(fn);
  data.signIn.letsAdminister(staff);
  staff.knows('FIRST_ADMINISTRATOR', firstAdministrator);

  return {
    citizen,
    staff,
    partner,
    docs,
    passDeadline,
    sweep,
    escalateOverdue,
    sendLetters,
    sendDigests,
    runJobs,
    chainLedger,
    anchorLedger,
    planSessions,
    allocateTurns,
    developScans,
  };
};

export type OfficeFunctions = ReturnType<typeof officeFunctions>;
