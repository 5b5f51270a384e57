import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { HotItem, OrderItem, requestFrom } from '../../adapters/dynamo/stored-request.ts';
import { WaitItem } from '../../adapters/step-functions/wait-item.ts';
import type { Request } from '../../domain/request.ts';
import { Slot } from '../../domain/slot.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import type { Item } from '../../local/table/attribute-value.ts';
import type { ActName } from './acts.ts';
import type { Run } from './machine.ts';
import type { Items } from './small-table.ts';
import { Texts } from './texts.ts';
import type { RequestName } from './town.ts';

/**
 * A state: two requests, the turn, everybody who is in the middle of something, the clock, and what may still happen. Each
 * part is a text with a number; a state is these numbers.
 */
export type State = {
  readonly cases: readonly [number, number];
  readonly slot: number;
  /** In order, so that it does not matter who is who. */
  readonly actors: readonly number[];
  readonly clock: number;
  /** What may still be done and still go wrong. */
  readonly left: number;
  /** How often the clock has moved since nobody was in the middle of anything. */
  readonly hurry: number;
  /** How many definitions have been deployed after the first. */
  readonly deployed: number;
};

/** All that belongs to one request. */
export type Case = {
  readonly items: Items;
  readonly runs: readonly Run[];
  /** Runs that have ended: their names cannot be used again. */
  readonly ended: readonly number[];
  /** Letters and duties of its present stage, kept to find the second of them. */
  readonly letters: readonly string[];
  readonly passed?: string | undefined;
};

/** Somebody in the middle of something: a person, the sweeper, or the office's duty for a run of the machine. */
export type Actor = {
  readonly id: RequestName;
  readonly does: ActName | 'sweep' | 'duty';
  readonly at: Instant;
  readonly ticket?: Ticket;
  readonly run?: number;
  /** How many times they have written the request. */
  readonly wrote?: number;
  /** The number of each answer so far, and when it came. */
  readonly told: readonly (readonly [number, Instant])[];
};

/** How often each act may still be begun, and how often something may still go wrong. */
export type Left = Readonly<Record<string, number>>;

export const texts = new Texts();
export const numbered = (value: unknown): number => texts.idOf(JSON.stringify(value));

/** The part behind a number; read again and again, so it is kept. */
const read = <Value>(): ((id: number) => Value) => {
  const known = new Map<number, Value>();
  return (id) => {
    const kept = known.get(id);
    if (kept !== undefined) return kept;
    const value: Value = JSON.parse(texts.textOf(id));
    known.set(id, value);
    return value;
  };
};
export const caseOf = read<Case>();
export const actorOf = read<Actor>();
export const leftOf = read<Left>();
export const slotItemsOf = read<Items>();
export const clockOf = read<Instant>();

const withoutTypes = (item: Item): Record<string, unknown> => unmarshall(item as never);

const requests = new Map<number, Request | undefined>();
/** The request of a case as the deployed adapter reads it. */
export const requestOf = (id: number): Request | undefined => {
  if (requests.has(id)) return requests.get(id);
  const items = Object.entries(caseOf(id).items);
  const hot = items.find(([place]) => place.endsWith(' CORE#REQUEST'))?.[1];
  const orders = items.filter(([place]) => place.includes(' CORE#ORDER#')).map(([, item]) => item);
  const request =
    hot &&
    requestFrom(
      z.parse(HotItem, withoutTypes(hot)),
      orders.map((order) => z.parse(OrderItem, withoutTypes(order))),
    ).request;
  requests.set(id, request);
  return request;
};

const waits = new Map<number, z.infer<typeof WaitItem> | undefined>();
export const waitOf = (id: number): z.infer<typeof WaitItem> | undefined => {
  if (waits.has(id)) return waits.get(id);
  const [, item] = Object.entries(caseOf(id).items).find(([place]) => place.endsWith(' WAIT')) ?? [];
  const wait = item && z.parse(WaitItem, withoutTypes(item));
  waits.set(id, wait);
  return wait;
};

export const slotOf = (id: number): Slot | undefined => {
  const [item] = Object.values(slotItemsOf(id));
  return item && z.parse(Slot, withoutTypes(item));
};

/** A state as seven numbers, and back. */
export const rowOf = ({ cases, slot, actors, clock, left, hurry, deployed }: State): readonly number[] => [
  ...[cases[0], cases[1], slot, texts.idOf(actors.toSorted((a, b) => a - b).join()), clock, left, hurry * 2 + deployed],
];
export const stateOf = (row: ArrayLike<number>): State => {
  const [one = 0, other = 0, slot = 0, actors = 0, clock = 0, left = 0, more = 0] = Array.from(row);
  const list = texts.textOf(actors);
  return {
    ...{ cases: [one, other], slot, clock, left, hurry: more >> 1, deployed: more % 2 },
    actors: list === '' ? [] : list.split(',').map(Number),
  };
};
