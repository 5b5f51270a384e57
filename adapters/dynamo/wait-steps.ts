import * as z from 'zod/mini';
import type { Change } from '../../domain/change.ts';
import { refuse } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import { runInputOf, ticketOf } from '../../domain/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import type { CityTable } from './city-table.ts';
import { isNew, isThere } from './expression.ts';
import { dueWaits, waitKey } from './keys.ts';
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

/** A publication found its place in the index ahead of now: it is written once more, and moves it. */
export const PLACE_AHEAD = refuse('changed-meanwhile');

/**
 * Publishes the next step to the wait item. The switch is set to now, and gone with the closing; the token stays, so that
 * the execution can be told. A closed request that lives again gets another run, and the old run's token goes. A duty finds
 * the item among what is due already: where that may be (`mayStand`) it keeps its place there, which would cost two writes.
 */
export const publication = async (
  { before, after }: Change,
  { now, table, mayStand }: { now: Instant; table: CityTable; mayStand: boolean },
): Promise<Step> => {
  const { city, id, version, step, until } = after;
  const update = waitKey(city, id);
  const next = 'SET #version = :version, #step = :step, #until = :until, #sweeps = :none';
  const switched = `${next}, #expectedBy = :now`;
  const armed = `${switched}, #dueKey = :waits, #dueAt = :now`;
  const published = { ':version': version, ':step': step, ':until': until, ':none': 0 };
  const values = { ...published, ':now': now, ':waits': dueWaits(city) };
  if (mayStand && before.until <= now && before.step !== 'closed' && step !== 'closed') {
    const standing = { condition: '#dueAt <= :now', update: switched, values: { ...published, ':now': now } };
    return { update, by: standing, otherwise: PLACE_AHEAD };
  }
  if (step === 'closed') {
    const disarmed = `${next} REMOVE #expectedBy, #dueKey, #dueAt`;
    return { update, by: { condition: isThere, update: disarmed, values: published } };
  }
  if (before.step !== 'closed') return { update, by: { condition: isThere, update: armed, values } };

  const { run } = (await table.get(update, Run, { strong: true })) ?? { run: 0 };
  return {
    update,
    by: {
      condition: '#run = :run',
      update: `${armed}, #run = :nextRun, #runInput = :runInput REMOVE #taskToken, #tokenVersion, #tokenStep, #expectedStep`,
      values: { ...values, ':run': run, ':nextRun': run + 1, ':runInput': runInputOf(ticketOf(after, run + 1)) },
    },
  };
};

const Run = z.object({ run: z.int() });
