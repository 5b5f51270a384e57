import type { SFNClient } from '@aws-sdk/client-sfn';
import type { Change } from '../../domain/change.ts';
import { agree } from '../../domain/outcome.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Slots } from '../../domain/ports/sessions.ts';
import type { Slot } from '../../domain/slot.ts';
import { keyOf, type MemoryHouse } from '../support/memory/memory-house.ts';
import type { SimulatedPorts } from './ports.ts';
import type { WaitTable } from './wait-table.ts';

/** What stands behind the ports, for a fault that reaches deeper than they do. */
export type Behind = {
  readonly house: MemoryHouse;
  readonly waitTable: WaitTable;
  readonly sfn: SFNClient;
  readonly stateMachineArn: string;
};

/** The same port with some of its methods done otherwise. */
export const but = <Port extends object>(port: Port, otherwise: Partial<Port>): Port =>
  new Proxy(port, {
    get: (target, name) => {
      const value: unknown = Reflect.get(otherwise, name) ?? Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** Every write, of a person or of the duty, is another one than was decided. */
export const writing = (ports: SimulatedPorts, otherwise: (requests: Requests) => Partial<Requests>) => ({
  requests: but(ports.requests, otherwise(ports.requests)),
  dutyRequests: but(ports.dutyRequests, otherwise(ports.dutyRequests)),
});
export const changing = (ports: SimulatedPorts, change: (decided: Change) => Change) =>
  writing(ports, (requests) => ({ replace: (decided) => requests.replace(change(decided)) }));

/** Slots that are shown as something else than they are, and given to whoever asks for what is shown as free. */
export const showing = ({ slots }: SimulatedPorts, house: MemoryHouse, shown: (slot: Slot) => Slot) =>
  but<Slots>(slots, {
    find: async (city, id) => {
      const slot = await slots.find(city, id);
      return slot && shown(slot);
    },
    hold: async (city, id, request, times) => {
      const slot = house.slots.get(keyOf(city, id));
      if (!slot || shown(slot).holder !== undefined) return slots.hold(city, id, request, times);
      const held = { ...slot, holder: request, holdUntil: times.until };
      house.slots.set(keyOf(city, id), held);
      return agree(held);
    },
  });
export const asFree = ({ holder: _, holdUntil: __, freeFrom: ___, openFrom: ____, ...slot }: Slot): Slot => slot;
export const asFreeWhileHeld = (slot: Slot): Slot => (slot.holdUntil === undefined ? slot : asFree(slot));

/** Turns are confirmed without asking whether the slot is still held by whom they are given to. */
export const confirmingBlindly = (ports: SimulatedPorts, house: MemoryHouse) =>
  writing(ports, (requests) => ({
    replace: (change) => {
      for (const { act, slot } of change.slots) {
        const kept = house.slots.get(keyOf(change.after.city, slot));
        if (act === 'confirm' && kept) house.slots.set(keyOf(kept.city, slot), { ...kept, holder: change.after.id });
      }
      return requests.replace(change);
    },
  }));
