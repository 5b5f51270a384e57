import type * as z from 'zod/mini';
import type { Change } from '../../domain/change.ts';
import { refuse } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import { runInputOf, ticketOf } from '../../domain/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import { WaitItem } from '../step-functions/wait-item.ts';
import type { CityTable } from './city-table.ts';
import { isNew, isThere } from './expression.ts';
import { dueWaits, waitKey } from './keys.ts';
import type { Item } from './read-ahead.ts';
import type { Step } from './step.ts';

/** The wait item at the birth of a request: run 1, and due at once, so that a start that is lost is found. */
export const firstWait = (request: Request, now: Instant): Step => {
  const { city, id, version, step, until } = request;
  return {
    put: {
      ...waitKey(city, id),
      ...{ run: 1, version, step, until, runInput: runInputOf(ticketOf(request, 1)), sweeps: 0 },
      ...{ expectedBy: now, dueKey: dueWaits(city), dueAt: now },
    },
    when: { condition: isNew },
    otherwise: refuse('already-recorded'),
  };
};

/** A publication found the wait item otherwise than it trusted: it is written once more, and trusts nothing. */
export const NOT_AS_TRUSTED = refuse('changed-meanwhile');

type Publication = {
  readonly step: Step;
  /** How the item stands once this is written, token and all, if that is certain. */
  readonly leaves?: Item | undefined;
};
type Around = {
  readonly now: Instant;
  readonly table: CityTable;
  /** Whether to go by what was read before, on the condition that it still is so. */
  readonly isTrusting: boolean;
};

/**
 * Publishes the next step to the wait item. The switch is set to now, and gone with the closing; the token stays, so that
 * the execution can be told. A closed request that lives again gets another run, and the old run's token goes.
 *
 * Where the item was read with the request, the condition says that run and token are what they were: so nobody need read them
 * after the write. Where a deadline has passed the item is among what is due already, and keeps its place in the index.
 */
export const publication = async (change: Change, { now, table, isTrusting }: Around): Promise<Publication> => {
  const { before, after } = change;
  if (before.step === 'closed') return { step: await anotherRun(after, now, table) };
  const update = waitKey(after.city, after.id);
  const seen = isTrusting ? (await table.foreseen(update, WaitItem))?.item : undefined;
  const next = after.step === 'closed' ? disarmed(after) : armed(after, now);
  const stands = isTrusting && after.step !== 'closed' && before.until <= now;
  const { condition, values } = seen ? asSeen(seen) : { condition: isThere, values: {} };
  const by = stands
    ? { condition: `${condition} AND #dueAt <= :now`, ...switched(after, now) }
    : { condition, ...next };
  const { version, step, until } = after;
  return {
    step: {
      update,
      by: { ...by, values: { ...by.values, ...values } },
      ...(isTrusting && { otherwise: NOT_AS_TRUSTED }),
    },
    leaves: seen && { ...update, ...seen, version, step, until, sweeps: 0 },
  };
};

const asSeen = ({ run, taskToken }: z.infer<typeof WaitItem>) =>
  taskToken === undefined
    ? { condition: '#run = :run AND attribute_not_exists(#taskToken)', values: { ':run': run } }
    : { condition: '#run = :run AND #taskToken = :token', values: { ':run': run, ':token': taskToken } };

const PUBLISHED = 'SET #version = :version, #step = :step, #until = :until, #sweeps = :none';
const published = ({ version, step, until }: Request) => ({
  ...{ ':version': version, ':step': step, ':until': until, ':none': 0 },
});
const disarmed = (after: Request) => ({
  update: `${PUBLISHED} REMOVE #expectedBy, #dueKey, #dueAt`,
  values: published(after),
});
const switched = (after: Request, now: Instant) => ({
  update: `${PUBLISHED}, #expectedBy = :now`,
  values: { ...published(after), ':now': now },
});
const armed = (after: Request, now: Instant) => {
  const { update, values } = switched(after, now);
  return {
    update: `${update}, #dueKey = :waits, #dueAt = :now`,
    values: { ...values, ':waits': dueWaits(after.city) },
  };
};

const anotherRun = async (after: Request, now: Instant, table: CityTable): Promise<Step> => {
  const update = waitKey(after.city, after.id);
  const { run } = (await table.get(update, WaitItem, { strong: true })) ?? { run: 0 };
  const next = armed(after, now);
  return {
    update,
    by: {
      condition: '#run = :run',
      update: `${next.update}, #run = :nextRun, #runInput = :runInput REMOVE #taskToken, #tokenVersion, #tokenStep, #expectedStep`,
      values: { ...next.values, ':run': run, ':nextRun': run + 1, ':runInput': runInputOf(ticketOf(after, run + 1)) },
    },
  };
};
