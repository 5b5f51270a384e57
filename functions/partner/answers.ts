import { caseStatus, referCase } from '../../contract/partner/referrals.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import { type Served, served } from '../answer.ts';
import type { ServingNeeds } from '../http/serving-needs.ts';
import { answer as caseStatusAnswer } from './case-status.ts';
import { answer as referCaseAnswer } from './refer-case.ts';

/** The ports that the partners' answers need, all together. */
export type PartnerNeeds = ServingNeeds & {
  readonly requests: Requests;
  readonly caseFiles: CaseFiles;
  readonly workflow: Workflow;
};

/** Every operation of the partners, beside its answer. */
export const partnerAnswers: readonly Served<PartnerNeeds>[] = [
  served(referCase, referCaseAnswer),
  served(caseStatus, caseStatusAnswer),
];
