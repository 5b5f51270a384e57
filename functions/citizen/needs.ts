import type { Carrier } from '../../domain/ports/carriers.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { EarlierWishes } from '../../domain/ports/earlier-wishes.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Proofs } from '../../domain/ports/proofs.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Scans } from '../../domain/ports/scans.ts';
import type { Search } from '../../domain/ports/search.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import type { ServingNeeds } from '../http/serving-needs.ts';

/** The ports that the citizen's answers need, all together. */
export type CitizenNeeds = ServingNeeds & {
  readonly requests: Requests;
  readonly caseFiles: CaseFiles;
  readonly documents: Documents;
  readonly scans: Scans;
  readonly workflow: Workflow;
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly visits: Visits;
  readonly ledger: Ledger;
  readonly earlierWishes: EarlierWishes;
  readonly proofs: Proofs;
  readonly search: Search;
  readonly sms: Carrier;
  readonly mail: Carrier;
};
