import type { previewHolidays } from '../../contract/staff/holidays.ts';
import type { Context } from '../../domain/change.ts';
import { openJob } from '../../domain/job.ts';
import { moveDeadline } from '../../domain/move-deadlines.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Desk, Requests } from '../../domain/ports/requests.ts';
import type { Answer } from '../answer.ts';
import { byStaff } from './decide-for-unit.ts';
import { holidaysOfCall } from './holidays-of-call.ts';

type Needs = { readonly requests: Requests; readonly clock: Clock };

/** A preview answers while somebody waits for it. */
const MOST_LOOKED_AT = 500;
const PAGE = 50;

export const answer: Answer<typeof previewHolidays, Needs> = async (call, { requests, clock }) => {
  const { city, caller, body } = call;
  const changed = holidaysOfCall(call);
  if (!changed.agreed) return changed;
  const { known, next, office } = changed.value;
  const has = (list: typeof known, day: string) => list.some(({ on }) => on === day);
  const context = { at: clock.now(), by: byStaff(caller), office };
  const about = { city, id: '', reason: '', unit: body.unit, by: context.by };
  const counted = await countMoves(desksOf(city, openJob(about, office, context.at).stops), context, requests);
  return agree({
    added: next.filter(({ on }) => !has(known, on)).map(({ on }) => on),
    removed: known.filter(({ on }) => !has(next, on)).map(({ on }) => on),
    ...counted,
  });
};

/** The piles that the job would go through. */
const desksOf = (city: string, stops: ReturnType<typeof openJob>['stops']): Desk[] =>
  stops.flatMap(({ pile, of }): Desk[] =>
    pile === 'triage' || pile === 'queue' || pile === 'meetings' || pile === 'follow-up' ? [{ city, pile, of }] : [],
  );

const countMoves = async (desks: readonly Desk[], context: Context, requests: Requests) => {
  let [moves, lookedAt] = [0, 0];
  for (const desk of desks) {
    for (let after: string | undefined; ; ) {
      const page = await requests.list(desk, { limit: PAGE, after });
      lookedAt += page.items.length;
      moves += page.items.filter((request) => moveDeadline(request, context, '') !== undefined).length;
      if (page.next === undefined) break;
      if (lookedAt >= MOST_LOOKED_AT) return { moves, lookedAt, isAll: false };
      after = page.next;
    }
  }
  return { moves, lookedAt, isAll: true };
};
