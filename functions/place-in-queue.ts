import type * as z from 'zod/mini';
import type { QueueView } from '../contract/queue-view.ts';
import { findOfficial, type Office } from '../domain/office.ts';
import type { Requests } from '../domain/ports/requests.ts';
import type { Sessions, Slots } from '../domain/ports/sessions.ts';
import type { Request } from '../domain/request.ts';
import { isFreeForQueue } from '../domain/slot.ts';
import type { Instant } from '../domain/time.ts';
import { viewSession } from './city-view.ts';
import { slotsAhead } from './slots-ahead.ts';

export type PlaceNeeds = { readonly requests: Requests; readonly sessions: Sessions; readonly slots: Slots };
type Reader = { readonly office: Office; readonly language: string; readonly at: Instant };

/** Nobody is told a place behind this one: the answer costs the same however long a queue is. */
const FARTHEST = 200;

/** Where a waiting request stands by the rule of its post, and the session that it may expect; nothing once it has been reached. */
export const placeInQueue = async (
  request: Request,
  reader: Reader,
  needs: PlaceNeeds,
): Promise<z.input<typeof QueueView> | undefined> => {
  if (request.status !== 'waiting') return undefined;
  const { city, official, id } = request;
  const line = await needs.requests.line(city, official, FARTHEST);
  const index = line.findIndex((one) => one.id === id);
  const place = index < 0 ? line.length : index + 1;
  const isFar = index < 0 && line.length === FARTHEST;
  return {
    ...{ rule: findOfficial(reader.office, official)?.allocation ?? 'first-come', isFar },
    ...{ place: Math.max(1, place), length: Math.max(1, line.length) },
    expectedSession: isFar ? undefined : await expectedSession(request, place, reader, needs),
  };
};

/** The session in which the turns that are free now, or will be, reach so far. */
const expectedSession = async (
  { city, official }: Request,
  place: number,
  reader: Reader,
  { sessions, slots }: PlaceNeeds,
) => {
  const ahead = await slotsAhead({ city, official, at: reader.at }, { sessions, slots });
  const coming = ahead.filter((slot) => isFreeForQueue(slot, slot.freeFrom ?? reader.at));
  const reached = coming[place - 1];
  const session = reached && (await sessions.find(city, reached.session));
  return session && viewSession(session, reader);
};
