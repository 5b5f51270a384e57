import type { Change } from '../../domain/change.ts';
import { refuse } from '../../domain/outcome.ts';
import { isHeldBy, Slot } from '../../domain/slot.ts';
import type { Instant } from '../../domain/time.ts';
import type { CityTable } from './city-table.ts';
import { heldByRequest } from './expression.ts';
import { slotKey } from './keys.ts';
import { isFree } from './slot-conditions.ts';
import type { Step } from './step.ts';

/**
 * Confirms and releases slots together with the request. A confirmed slot must be held by it, or free. One to give back may
 * have gone to somebody else after its hold ran out; then there is nothing to give back.
 */
export const slotSteps = async (
  { before: { city, id }, slots }: Change,
  { now, table }: { now: Instant; table: CityTable },
): Promise<Step[]> => {
  const releases = slots.filter((change) => change.act === 'release');
  const keys = releases.map(({ slot }) => slotKey(city, slot));
  const held = (await table.getAll(keys, Slot, { strong: true })).filter((slot) => isHeldBy(slot, id));
  const request = { ':request': id };
  return [
    ...slots
      .filter((change) => change.act === 'confirm')
      .map(({ slot }) => ({
        update: slotKey(city, slot),
        by: {
          condition: `${heldByRequest} OR (${isFree})`,
          update: 'SET #holder = :request REMOVE #holdUntil, #freeFrom, #openFrom',
          values: { ...request, ':at': now },
        },
        otherwise: refuse('slot-gone', { slot }),
      })),
    ...releases
      .filter(({ slot }) => held.some((candidate) => candidate.id === slot))
      .map(({ slot, freeFrom, openFrom }) => ({
        update: slotKey(city, slot),
        by: {
          condition: heldByRequest,
          update: 'SET #freeFrom = :freeFrom, #openFrom = :openFrom REMOVE #holder, #holdUntil',
          values: { ...request, ':freeFrom': freeFrom, ':openFrom': openFrom },
        },
      })),
  ];
};
