import * as z from 'zod/mini';
import type { Committee } from './committee.ts';
import { isTopRung, standAt } from './escalation.ts';
import type { Letter } from './letter.ts';
import { calendarOf, holdersOf, isCurrent, type Office, today } from './office.ts';
import { isOpen, type Order, openQuestion } from './order.ts';
import { climbingBy } from './overdue.ts';
import { isSameOwner, Owner, staff } from './owner.ts';
import type { Request } from './request.ts';
import { STEPS } from './request.ts';
import { Instant, LocalDate } from './time.ts';
import type { User } from './user.ts';
import { isAtWork } from './working-time.ts';

const LINE_KINDS = ['issued', 'climbed', 'disputed', 'runs-out', 'will-climb', 'committee'] as const;

/**
 * One thing that somebody is told in the morning. `runs-out`: it leaves them today if nobody acts; `will-climb`: it comes to
 * them today. The key names the line for good, so that it is told once.
 */
export const DigestLine = z.object({
  key: z.string(),
  kind: z.enum(LINE_KINDS),
  /** To whom it came, by role and unit. */
  to: Owner,
  unit: z.string(),
  request: z.optional(z.string()),
  code: z.optional(z.string()),
  step: z.optional(z.enum(STEPS)),
  order: z.optional(z.int()),
  committee: z.optional(z.string()),
  /** By when something has to be done about it, or when the committee begins. */
  by: z.optional(Instant),
});
export type DigestLine = z.infer<typeof DigestLine>;

/** What somebody of the staff is told on one day, when their office opens: one message, however much came to them. */
export const Digest = z.object({
  city: z.string(),
  username: z.string(),
  on: LocalDate,
  at: Instant,
  lines: z.array(DigestLine),
});
export type Digest = z.infer<typeof Digest>;

/** More than anybody reads in a morning; what is beyond it is told the next day. */
export const MOST_LINES = 1000;

type Gathered = Pick<Letter, 'to' | 'facts' | 'validWhile'> & { readonly key: string };

/** What a letter has to say this morning; nothing once the matter has left whom it was for. */
export const linesOf = ({ to, facts, validWhile, key }: Gathered, request: Request): DigestLine[] => {
  if (to === 'applicant') return [];
  const about = { to, request: request.id, code: request.code };
  if (facts.order === undefined) {
    const isStill = validWhile.statuses?.includes(request.status) ?? true;
    if (!isStill || !isSameOwner(request.owner, to)) return [];
    const { unit, step, deadline } = request;
    return [{ ...about, key: `${request.id}.${key}`, kind: 'climbed', unit, step, by: deadline.at }];
  }
  const numbers = facts.order.split(' ').map(Number);
  return request.orders
    .filter((order) => numbers.includes(order.number) && isOpen(order) && isSameOwner(order.owner, to))
    .map((order) => ({
      ...{ ...about, key: `${request.id}.${key}.${order.number}`, kind: kindOf(order), unit: order.unit },
      ...{ step: 'follow-up' as const, order: order.number, by: order.climbsAt },
    }));
};

const kindOf = ({ rung, overdueSince, disputes }: Order): DigestLine['kind'] => {
  if (overdueSince === undefined && disputes > 0) return 'disputed';
  return rung === 0 ? 'issued' : 'climbed';
};

/** What leaves its holder today, told to them and to whom it would come. What stands at the top climbs no further. */
export const linesOfToday = (request: Request, { office, at }: { office: Office; at: Instant }, endOfDay: Instant) =>
  climbingBy(request.orders, endOfDay)
    .filter((order) => (order.climbsAt ?? at) > at && !openQuestion(order))
    .filter(({ unit, rung }) => !isTopRung(office, unit, rung))
    .flatMap(({ unit, number, rung, climbsAt, owner }): DigestLine[] => {
      const next = standAt(office, unit, 'owner', rung + 1, at).owner;
      const about = { unit, order: number, by: climbsAt, request: request.id, code: request.code };
      const line = (kind: 'runs-out' | 'will-climb', to: Owner): DigestLine => ({
        ...{ ...about, kind, to, step: 'follow-up' },
        key: `${request.id}.${kind}.${number}.${climbsAt}`,
      });
      return [line('runs-out', owner), line('will-climb', next)];
    });

/** Who sits in a committee that begins today; and whose unit has left one open, every morning until it is closed. */
export const linesOfCommittee = (committee: Committee, today: LocalDate): DigestLine[] => {
  const { id, unit, on, startsAt, attendees } = committee;
  if (on > today) return [];
  const seats = on === today ? attendees : [{ role: 'unit-manager', unit }];
  return seats.map((seat) => ({
    ...{ key: `${id}.${today}`, kind: 'committee', to: staff(seat.role, seat.unit), unit, committee: id, by: startsAt },
  }));
};

/** Units whose people are at work and have not been told anything today. */
export const unitsToTell = (office: Office, at: Instant, told: readonly string[]): string[] => {
  const units = new Set(peopleOf(office, at).flatMap(({ roles }) => roles.map(({ unit }) => unit)));
  return [...units].filter((unit) => !told.includes(unit) && isAtWork(calendarOf(office, unit), at)).toSorted();
};

const peopleOf = (office: Office, at: Instant): User[] =>
  office.users.filter((user) => isCurrent(user, today(office, at)));

/** Whom a line is for today. */
export const readersOf = ({ to }: Pick<DigestLine, 'to'>, office: Office, at: Instant): readonly User[] =>
  to.kind === 'staff' ? holdersOf(office, to.role, to.unit, at) : [];
