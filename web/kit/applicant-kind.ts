import type { IdKind } from '../../domain/identity.ts';
import type { Party } from '../../domain/party.ts';

export type ApplicantKind = Party['kind'];

/** Whose numbers belong to which kind of applicant. */
export const HOLDERS: Readonly<Record<ApplicantKind, IdKind['holder']>> = {
  person: 'citizen',
  'legal-entity': 'legal-entity',
  'foreign-national': 'foreign-national',
};

export const applicantKind = (text: string | undefined): ApplicantKind =>
  text === 'legal-entity' || text === 'foreign-national' ? text : 'person';
