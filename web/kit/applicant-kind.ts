import type * as z from 'zod/mini';
import type { Applicant } from '../../contract/citizen/submission.ts';
import type { IdKind } from '../../domain/identity.ts';

export type ApplicantKind = z.infer<typeof Applicant>['kind'];

/** Whose numbers belong to which kind of applicant. */
export const HOLDERS: Readonly<Record<ApplicantKind, IdKind['holder']>> = {
  person: 'citizen',
  'legal-entity': 'legal-entity',
  'foreign-national': 'foreign-national',
};

export const applicantKind = (text: string | undefined): ApplicantKind =>
  text === 'legal-entity' || text === 'foreign-national' ? text : 'person';
