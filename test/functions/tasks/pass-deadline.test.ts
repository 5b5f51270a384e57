import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../../domain/change.ts';
import type { Requests } from '../../../domain/ports/requests.ts';
import { ticketOf } from '../../../domain/ticket.ts';
import { plusMinutes } from '../../../domain/time.ts';
import { answer } from '../../../functions/tasks/pass-deadline.ts';
import { acceptIt, toScheduled } from '../../support/lives.ts';
import { createWorld, type World } from '../../support/world.ts';

describe('pass-deadline', () => {
  let world: World;

  beforeEach(async () => {
    world = await createWorld();
  });

  const lettersOf = async (id: string) => (await world.letters.of(world.city, id)).map((letter) => letter.template);

  test('acts on a deadline that has passed, and hands on the ticket of what it wrote', async () => {
    const request = await world.submitRequest();
    world.clock.moveTo(request.until);

    const next = await answer(ticketOf(request, 1), world);

    const after = await world.requests.find(world.city, request.id);
    expect(after).toMatchObject({ rung: 1, version: 2, step: 'triage' });
    expect(after && next).toEqual(after && ticketOf(after, 1));
  });

  test('counts the deadline as passed where its own clock runs behind the timer', async () => {
    const request = await world.submitRequest();
    world.clock.moveTo(plusMinutes(request.until, -1));

    await answer(ticketOf(request, 1), world);

    expect(await world.requests.find(world.city, request.id)).toMatchObject({ rung: 1 });
  });

  test('does nothing before the deadline of what stands in the table, whatever the ticket says', async () => {
    const request = await world.submitRequest();
    const moved = await acceptIt(world, request);
    world.clock.moveTo(request.until);

    const next = await answer(ticketOf(request, 1), world);

    expect(await world.requests.find(world.city, request.id)).toEqual(moved);
    expect(next).toEqual(ticketOf(moved, 1));
  });

  test('reads again when a decision was faster, and then acts on that', async () => {
    const request = await world.submitRequest();
    world.clock.moveTo(request.until);
    const { requests } = world;
    let raced = false;
    const racing: Pick<Requests, 'find' | 'replace'> = {
      find: (city: string, id: string) => requests.find(city, id),
      replace: async (change: Change) => {
        if (!raced) {
          raced = true;
          await acceptIt(world, request);
        }
        return requests.replace(change);
      },
    };

    const next = await answer(ticketOf(request, 1), { ...world, requests: racing });

    const after = await requests.find(world.city, request.id);
    expect(after).toMatchObject({ status: 'waiting', rung: 0 });
    expect(next).toMatchObject({ step: 'slot', version: String(after?.version) });
    expect(await lettersOf(request.id)).not.toContain('escalated');
  });

  test('reminds at the time of each reminder, once', async () => {
    const request = await toScheduled(world, await world.submitRequest(), 10);
    world.clock.moveTo(request.until);

    const first = await answer(ticketOf(request, 1), world);
    const repeated = await answer(ticketOf(request, 1), world);
    world.clock.moveTo(first.until);
    const second = await answer(first, world);

    expect(repeated).toEqual(first);
    expect(second.step).toBe('meeting');
    expect((await lettersOf(request.id)).filter((template) => template.endsWith('reminder'))).toEqual([
      'reminder',
      'last-reminder',
    ]);
  });

  test('fails loudly for a request or a city that does not exist', async () => {
    const request = await world.submitRequest();

    await expect(answer({ ...ticketOf(request, 1), id: 'NONE' }, world)).rejects.toThrow('no request');
    await expect(answer({ ...ticketOf(request, 1), city: 'atlantis' }, world)).rejects.toThrow('no city');
  });
});
