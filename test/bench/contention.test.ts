import { expect, test } from 'vitest';
import { contendInMemory } from './contend-in-memory.ts';
import { contendOnTable } from './contend-on-table.ts';

test('However the ports’ calls fall, no turn has two holders, nobody two turns, and no turn is lost', async () => {
  const figures = await contendInMemory({ claims: 1_000, seed: 'short' });
  expect(figures).toMatchObject({ claims: 1_000, doubleBookings: 0, bookedTwice: 0, unbookableSlots: 0 });
  expect(figures.winners).toBeGreaterThan(50);
});

test('A hundred and fifty who want a hundred turns through the handlers: a hundred get one, and each other one is told', async () => {
  expect(await contendOnTable({ claimants: 150, inFlight: 16 })).toMatchObject({
    ...{ winners: 100, losersTold: 50, doubleBookings: 0, unbookableSlots: 0 },
  });
}, 60_000);
