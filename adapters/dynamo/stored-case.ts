import * as z from 'zod/mini';
import { LETTERS, type Letter, ValidWhile } from '../../domain/letter.ts';
import { MODES } from '../../domain/mode.ts';
import { Owner } from '../../domain/owner.ts';
import type { Document } from '../../domain/ports/documents.ts';
import type { LetterResult, StoredLetter } from '../../domain/ports/letters.ts';
import { Instant } from '../../domain/time.ts';
import { TimelineEvent } from '../../domain/timeline.ts';
import { dueGathered, dueLetters, LETTER, letterKey, partitionParts } from './keys.ts';

/** The texts of a request, and the keyed hashes under which its case is found. */
export const ContentItem = z.object({
  text: z.string(),
  wanted: z.optional(z.string()),
  mode: z.optional(z.enum(MODES)),
  documents: z.array(z.string()),
  priority: z.optional(
    z.object({ class: z.string(), document: z.optional(z.string()), shown: z.optional(z.string()) }),
  ),
  fingerprint: z.string(),
  searchKeys: z.array(z.string()),
});

/** What one version of the request has to tell, as one item: fewer writes, and the order is kept. */
export const EventsItem = z.object({ events: z.array(TimelineEvent) });

const DOCUMENT_KINDS = ['attachment', 'scan', 'proof', 'representation'] as const satisfies Document['kind'][];

export const DocumentItem = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  kind: z.enum(DOCUMENT_KINDS),
  addedAt: Instant,
});

export const LookItem = z.object({ username: z.string(), at: Instant, why: z.exactOptional(z.string()) });

export const LETTER_RESULTS = [
  'sent',
  'overtaken',
  'undeliverable',
  'unknown',
  'failed',
] as const satisfies readonly LetterResult[];

export const LetterItem = z.object({
  pk: z.string(),
  sk: z.string(),
  template: z.enum(LETTERS),
  to: z.union([z.literal('applicant'), Owner]),
  facts: z.record(z.string(), z.string()),
  validWhile: ValidWhile,
  attempts: z.int(),
  result: z.optional(z.enum(LETTER_RESULTS)),
  dueAt: z.optional(Instant),
  /** Until then its last claim stands. Beside the key of the index, so that a claim that succeeds does not move the letter there. */
  claimedUntil: z.optional(Instant),
});

/** A letter as it begins: to be sent at once or later, or told with others in the morning. */
export const letterItemOf = (
  city: string,
  id: string,
  key: string,
  { letter: { gatheredAt, sendAt, ...letter }, at }: { letter: Letter; at: Instant },
) => ({
  ...letterKey(city, id, key),
  ...letter,
  attempts: 0,
  dueKey: gatheredAt === undefined ? dueLetters(city) : dueGathered(city),
  dueAt: sendAt ?? gatheredAt ?? at,
});

export const letterFrom = ({
  pk,
  sk,
  dueAt: _,
  claimedUntil: __,
  ...letter
}: z.infer<typeof LetterItem>): StoredLetter => {
  const { city, id } = partitionParts(pk);
  return { ...letter, city, request: id, key: sk.slice(LETTER.length) };
};
