import { expect, it } from 'vitest';
import { objectTo } from '../../domain/after-closing.ts';
import { askOffice, confirmWhole, withdraw } from '../../domain/citizen-word.ts';
import { runInputOf, ticketOf } from '../../domain/ticket.ts';
import { accept } from '../../domain/triage.ts';
import { openingOf } from '../support/world.ts';
import { closeAndReopen, holdMeeting, STAFF, take } from './a-life.ts';
import { inBothWorlds } from './both-worlds.ts';

inBothWorlds((createWorld) => {
  it('publishes a new request as run 1, with its switch set to now', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    expect(await world.waitOf(request)).toMatchObject({
      ...{ run: 1, version: 1, step: 'triage', until: request.until, sweeps: 0 },
      ...{ runInput: runInputOf(ticketOf(request, 1)), expectedBy: world.clock.now() },
    });
  });

  it('publishes a new next step, and keeps the token by which the execution is told', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    await world.leaveToken(request, 'a token');
    world.clock.forward(30);
    const accepted = await take(world, accept(request, {}, world.context(STAFF)));
    expect(await world.waitOf(request)).toMatchObject({
      ...{ run: 1, version: 2, step: 'slot', until: accepted.until, taskToken: 'a token' },
      expectedBy: world.clock.now(),
    });
  });

  it('publishes nothing if the next step stays', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    const published = await world.waitOf(request);
    world.clock.forward(30);
    const asked = await take(world, askOffice(request, { text: 'How long?' }, world.context()));
    expect(asked.version).toBe(2);
    expect(await world.waitOf(request)).toEqual(published);
  });

  it('disarms the switch when a request is closed, and leaves the rest to tell the execution', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    await world.leaveToken(request, 'a token');
    const closed = await take(world, withdraw(request, undefined, world.context()));
    const wait = await world.waitOf(request);
    expect(wait).toMatchObject({ run: 1, step: 'closed', until: closed.until, taskToken: 'a token' });
    expect(wait?.expectedBy).toBeUndefined();
  });

  it('gives a reopened request another run, without the token of the old one', async () => {
    const world = await createWorld();
    const awaiting = await holdMeeting(world, []);
    await world.leaveToken(awaiting, 'an old token');
    const closed = await take(world, confirmWhole(awaiting, true, undefined, world.context()));
    world.clock.forward(60);
    const reopened = await take(world, objectTo(closed, 'Dark again.', world.context()));
    const wait = await world.waitOf(reopened);
    expect(wait).toMatchObject({
      ...{ run: 2, version: reopened.version, step: reopened.step, until: reopened.until, sweeps: 0 },
      ...{ runInput: runInputOf(ticketOf(reopened, 2)), expectedBy: world.clock.now() },
    });
    expect(wait?.taskToken).toBeUndefined();
  });

  it('counts a reopened request for its applicant again', async () => {
    const world = await createWorld();
    const { reopened } = await closeAndReopen(world);
    const another = openingOf(world.context(), world.keys, { official: reopened.official });
    expect(await world.requests.add(another, { limited: true })).toMatchObject({ reason: 'open-request-exists' });
  });

  it('does not refuse an objection because another request is open meanwhile', async () => {
    const world = await createWorld();
    const awaiting = await holdMeeting(world, []);
    const closed = await take(world, confirmWhole(awaiting, true, undefined, world.context()));
    const another = await world.submitRequest({ official: closed.official }, { limited: true });
    const reopened = await take(world, objectTo(closed, 'Dark again.', world.context()));
    expect(reopened.status).not.toBe('closed');
    await take(world, withdraw(another, undefined, world.context()));
  });
});
