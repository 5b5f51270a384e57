import { type Change, changesNextStep } from '../../domain/change.ts';
import { refuse } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import type { Opening } from '../../domain/submission.ts';
import type { Instant } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { callTaskItemOf } from './call-task-item.ts';
import type { CityTable } from './city-table.ts';
import { firstClaim, movedClaim } from './claim-steps.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import { codeKey, contentKey, eventsKey } from './keys.ts';
import { ledgerStep } from './ledger-step.ts';
import { queueStep } from './queue-step.ts';
import type { Item } from './read-ahead.ts';
import { searchable, searchRows } from './search-steps.ts';
import { slotSteps } from './slot-steps.ts';
import type { Step } from './step.ts';
import { duePlaceOf, newLetters } from './stored-letters.ts';
import { changedOrders, hotItemOf } from './stored-request.ts';
import { firstWait, publication } from './wait-steps.ts';

/** Everything that a new request consists of. Its id decides whether it is new; the rest follows from that. */
export const openingSteps = (
  { request, content, parties, searchKeys, ...told }: Opening,
  { limited, now, units }: { limited: boolean; now: Instant; units: readonly Unit[] },
): Step[] => {
  const { city, id, code } = request;
  const kept = searchable(searchKeys);
  return [
    { put: hotItemOf(request), when: { condition: isNew }, otherwise: refuse('already-recorded') },
    ...(limited ? firstClaim(request) : []),
    // Two requests drew the same code by chance: the caller draws again.
    { put: { ...codeKey(city, code), id }, when: { condition: isNew }, otherwise: refuse('changed-meanwhile') },
    firstWait(request, now),
    { put: { ...contentKey(city, id), ...content, parties, searchKeys: kept } },
    ...searchRows(request, kept, units).map((row) => ({ put: row })),
    ...tellingSteps(request, told, now),
  ];
};

/**
 * Everything that a decision changes, under one condition on the request: that nobody wrote it meanwhile. What is new under
 * its next version cannot exist yet and needs no condition of its own.
 */
export const changeSteps = async (
  change: Change,
  { now, table, heir, isTrusting = false }: { now: Instant; table: CityTable; heir?: Request; isTrusting?: boolean },
): Promise<{ steps: Step[]; leaves?: Item | undefined }> => {
  const { before, after } = change;
  const [slots, claim, wait] = await Promise.all([
    slotSteps(change, { now, table }),
    movedClaim(before, after, table, heir),
    changesNextStep(change) ? publication(change, { now, table, isTrusting }) : undefined,
  ]);
  const steps = [
    { put: hotItemOf(after), when: { condition: unchangedSinceRead, values: { ':read': before.version } } },
    ...slots,
    ...changedOrders(before, after).map((order) => ({ put: order })),
    ...claim,
    ...(wait ? [wait.step] : []),
    ...ledgerStep(change, now),
    ...queueStep(change, now),
    ...tellingSteps(after, change, now),
  ];
  return { steps, leaves: wait?.leaves };
};

/** The lines of the timeline, the letters and the call tasks that belong to one version of a request. */
const tellingSteps = (
  { city, id, version, step }: Change['after'],
  { events, letters, callTasks }: Pick<Change, 'events' | 'letters' | 'callTasks'>,
  at: Instant,
): Step[] => {
  const told = { ...eventsKey(city, id, version), events };
  const written = newLetters(letters, at);
  return [
    ...(letters.length > 0 ? [{ put: { ...told, step, letters: written, ...duePlaceOf(city, written) } }] : []),
    ...(letters.length === 0 && events.length > 0 ? [{ put: told }] : []),
    ...callTasks.map((task) => ({ put: callTaskItemOf(task) })),
  ];
};
