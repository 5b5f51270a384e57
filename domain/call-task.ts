import * as z from 'zod/mini';
import { toBeGathered } from './gathered-letter.ts';
import { LETTERS, type Letter, ValidWhile } from './letter.ts';
import type { Office } from './office.ts';
import { calendarOf } from './office.ts';
import type { Request } from './request.ts';
import { earlier, Instant } from './time.ts';
import { By } from './timeline.ts';
import { afterWorkingDays } from './working-time.ts';

/** Somebody without a usable contact is called by the clerk of the unit instead of being written to. */
export const CallTask = z.object({
  city: z.string(),
  id: z.string(),
  request: z.string(),
  unit: z.string(),
  about: z.enum(LETTERS),
  facts: z.record(z.string(), z.string()),
  validWhile: ValidWhile,
  /** Not to be called before that. */
  from: z.optional(Instant),
  dueAt: Instant,
  /** `sample`: one of the few who said nothing and are asked whether their matter is settled. `was-there`: came on a day
   *  that the office was shut, and may rather be called. */
  why: z.enum(['no-contact', 'undeliverable', 'sample', 'was-there']),
  done: z.optional(
    z.object({
      at: Instant,
      by: By,
      result: z.enum(['told', 'not-reached', 'overtaken']),
      note: z.optional(z.string()),
    }),
  ),
});
export type CallTask = z.infer<typeof CallTask>;

const CALL_WITHIN_WORKING_DAYS = 1;

/** The clerk's task to tell by phone what could not be told in writing, while it is still worth saying. */
export const callTaskFor = (
  request: Request,
  { template, facts, validWhile, sendAt }: Pick<Letter, 'template' | 'facts' | 'validWhile' | 'sendAt'>,
  { office, at, why }: { office: Office; at: Instant; why: CallTask['why'] },
): CallTask => ({
  city: request.city,
  id: `${request.id}.${request.version}.${template}`,
  request: request.id,
  unit: request.unit,
  about: template,
  facts: { ...facts },
  validWhile,
  ...(sendAt !== undefined && { from: sendAt }),
  dueAt: soonest(
    afterWorkingDays(calendarOf(office, request.unit), sendAt ?? at, CALL_WITHIN_WORKING_DAYS).at,
    validWhile,
  ),
  why,
});

const soonest = (dueAt: Instant, { before }: ValidWhile): Instant => earlier(dueAt, before ?? dueAt);

/** What is told, by the way in which its addressee is reached: letters, call tasks, or (a bare name on paper) nothing. */
export const byReach = (
  request: Request,
  letters: readonly Letter[],
  { office, at }: { office: Office; at: Instant },
): { letters: Letter[]; callTasks: CallTask[] } => {
  const inWriting = request.reach === 'sms' || request.reach === 'email';
  const toApplicant = letters.filter((letter) => letter.to === 'applicant');
  return {
    letters: letters
      .filter((letter) => inWriting || letter.to !== 'applicant')
      .map((letter) => toBeGathered(letter, { office, at })),
    callTasks:
      request.reach === 'call'
        ? toApplicant.map((letter) => callTaskFor(request, letter, { office, at, why: 'no-contact' }))
        : [],
  };
};
