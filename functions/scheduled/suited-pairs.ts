import type { Requests } from '../../domain/ports/requests.ts';
import type { InLine } from '../../domain/queue.ts';
import { suits } from '../../domain/session-moves.ts';
import type { AheadSlot } from '../slots-ahead.ts';

type Head = Pick<InLine, 'id'>;
export type Pair = { readonly slot: AheadSlot; readonly head: Head };

/**
 * The next free turn for each head of the queue. Whoever waits for the holder of the post is passed over by a turn with a
 * stand-in, and loses nothing by it; only where there is such a turn do the heads have to be read for that.
 */
export const suitedPairs = async (
  free: readonly AheadSlot[],
  heads: readonly Head[],
  city: string,
  requests: Requests,
): Promise<Pair[]> => {
  if (free.every(({ standIn }) => standIn === undefined)) {
    return free.flatMap((slot, index) => (heads[index] ? [{ slot, head: heads[index] }] : []));
  }
  const waiting: Head[] = [...heads];
  const pairs: Pair[] = [];
  for (const slot of free) {
    const place = await firstSuited(slot, waiting, city, requests);
    const [head] = place === undefined ? [] : waiting.splice(place, 1);
    if (head) pairs.push({ slot, head });
  }
  return pairs;
};

const firstSuited = async (
  slot: AheadSlot,
  waiting: readonly Head[],
  city: string,
  requests: Requests,
): Promise<number | undefined> => {
  if (slot.standIn === undefined) return waiting.length > 0 ? 0 : undefined;
  for (const [place, { id }] of waiting.entries()) {
    const request = await requests.find(city, id);
    if (request && suits(slot, request)) return place;
  }
  return undefined;
};
