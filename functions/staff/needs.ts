import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Anchors } from '../../domain/ports/anchors.ts';
import type { CallTasks } from '../../domain/ports/call-tasks.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Darkroom } from '../../domain/ports/darkroom.ts';
import type { Digests } from '../../domain/ports/digests.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Letters } from '../../domain/ports/letters.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Search } from '../../domain/ports/search.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import type { ServingNeeds } from '../http/serving-needs.ts';

/** The ports that the staff's answers need, all together. */
export type StaffNeeds = ServingNeeds & {
  readonly requests: Requests;
  readonly caseFiles: CaseFiles;
  readonly documents: Documents;
  readonly workflow: Workflow;
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly visits: Visits;
  readonly jobs: Jobs;
  readonly letters: Letters;
  readonly ledger: Ledger;
  readonly anchors: Anchors;
  readonly callTasks: CallTasks;
  readonly digests: Digests;
  readonly search: Search;
  readonly accounts: Accounts;
};
