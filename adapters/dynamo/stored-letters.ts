import * as z from 'zod/mini';
import { backOff } from '../../domain/back-off.ts';
import { LETTERS, type Letter, ValidWhile } from '../../domain/letter.ts';
import { Owner } from '../../domain/owner.ts';
import type { LetterResult, StoredLetter } from '../../domain/ports/letters.ts';
import { STEPS } from '../../domain/request.ts';
import { Instant } from '../../domain/time.ts';
import { dueGathered, dueLetters, EVENTS, eventsKey, type Key, partitionParts } from './keys.ts';

export const LETTER_RESULTS = [
  'sent',
  'overtaken',
  'undeliverable',
  'unknown',
  'failed',
] as const satisfies readonly LetterResult[];

/** A letter as it lies in what its version tells. */
const Part = z.object({
  template: z.enum(LETTERS),
  to: z.union([z.literal('applicant'), Owner]),
  facts: z.record(z.string(), z.string()),
  validWhile: ValidWhile,
  attempts: z.int(),
  result: z.optional(z.enum(LETTER_RESULTS)),
  settledAt: z.optional(Instant),
  /** As long as something is to be done about it. */
  dueAt: z.optional(Instant),
  /** Until then its last claim stands. Beside `dueAt`, so that a claim that succeeds does not move the item in the index. */
  claimedUntil: z.optional(Instant),
  /** It waits to be told with others. */
  gathered: z.optional(z.boolean()),
});
type Part = z.infer<typeof Part>;

/** The letters of one version, in the item of its timeline: so they cost no writes of their own. */
export const LettersItem = z.object({
  pk: z.string(),
  sk: z.string(),
  step: z.optional(z.enum(STEPS)),
  letters: z.optional(z.array(Part)),
});
type LettersItem = z.infer<typeof LettersItem>;

/** Letters as they begin: to be sent at once or later, or told with others in the morning. */
export const newLetters = (letters: readonly Letter[], at: Instant): Part[] =>
  letters.map(({ gatheredAt, sendAt, facts, validWhile, ...letter }) => ({
    ...{ ...letter, facts: { ...facts }, validWhile: { ...validWhile } },
    ...{ attempts: 0, dueAt: sendAt ?? gatheredAt ?? at },
    ...(gatheredAt !== undefined && { gathered: true }),
  }));

/** Where letters stand in the index: by the one that is due first, and nowhere once all are settled. */
export const duePlaceOf = (city: string, letters: readonly Part[]): { dueKey: string; dueAt: Instant } | undefined => {
  const [first] = letters
    .flatMap(({ dueAt, gathered }) => (dueAt === undefined ? [] : [{ dueAt, gathered }]))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  return first && { dueKey: first.gathered ? dueGathered(city) : dueLetters(city), dueAt: first.dueAt };
};

/** How a letter looks once an attempt has ended. After `failed` it is due again. */
export const settledPart = (
  { claimedUntil, dueAt: _, ...part }: Part,
  end: { result: LetterResult; attempts: number; at: Instant },
): Part => {
  const { result, at } = end;
  const attempts = Math.max(part.attempts, end.attempts);
  const later = result === 'failed' ? { dueAt: claimedUntil ?? backOff(attempts - 1, at) } : {};
  return { ...part, attempts, result, settledAt: at, ...later };
};

/** The letters of an item, each with what only the table knows of it. */
export const lettersIn = ({ pk, sk, step, letters = [] }: LettersItem): { letter: StoredLetter; part: Part }[] => {
  const { city, id } = partitionParts(pk);
  const version = Number(sk.slice(EVENTS.length));
  return letters.map((part, number) => {
    const { dueAt: _, claimedUntil: __, gathered: ___, settledAt: ____, ...letter } = part;
    return { letter: { ...letter, city, request: id, key: `${step}.${version}.${number}` }, part };
  });
};

/** In which item a letter lies, and as which of its letters: its key is `step.version.number`. */
export const placeOfLetter = ({
  city,
  request,
  key,
}: Pick<StoredLetter, 'city' | 'request' | 'key'>): { item: Key; number: number } => {
  const [, version, number] = key.split('.').map(Number);
  return { item: eventsKey(city, request, version ?? 0), number: number ?? 0 };
};
