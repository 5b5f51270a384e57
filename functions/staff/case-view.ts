import type * as z from 'zod/mini';
import type { ReplyInputOf } from '../../contract/operation.ts';
import type { PartyView, showCase } from '../../contract/staff/case.ts';
import type { Party } from '../../domain/party.ts';
import type { StoredLetter } from '../../domain/ports/letters.ts';
import { type Reader, viewOwner } from '../request-view.ts';
import { roleName } from '../role-names.ts';

const DIGITS_SHOWN = 3;

/** The last symbols only: enough to tell two people apart, too little to use. */
const masked = (value: string): string =>
  '•'.repeat(Math.max(0, value.length - DIGITS_SHOWN)) + value.slice(-DIGITS_SHOWN);

export const viewParty = ({ identity, ...party }: Party): z.input<typeof PartyView> => ({
  ...party,
  ...(identity && { identity: { kind: identity.kind, masked: masked(identity.value) } }),
});

type LetterView = ReplyInputOf<typeof showCase>['letters'][number];

export const viewLetter = ({ template, to, attempts, result }: StoredLetter, reader: Reader): LetterView => ({
  template,
  to: to === 'applicant' ? roleName('citizen', reader.language) : viewOwner(to, reader).says,
  attempts,
  result: result ?? (attempts > 0 ? 'unknown' : 'waiting'),
});
