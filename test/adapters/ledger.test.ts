import { expect, it } from 'vitest';
import { CityTable } from '../../adapters/dynamo/city-table.ts';
import { ledgerLineKey } from '../../adapters/dynamo/keys.ts';
import { withdraw } from '../../domain/citizen-word.ts';
import { findEdit } from '../../domain/ledger.ts';
import { recordAttendance } from '../../domain/meeting.ts';
import { acceptOffer, lapseOffer, offer, passOffer } from '../../domain/offers.ts';
import type { Request } from '../../domain/request.ts';
import { accept } from '../../domain/triage.ts';
import { cancel, move, schedule, tellOfNewPlace } from '../../domain/turns.ts';
import { run, sha256 } from '../../functions/scheduled/chain-ledger.ts';
import { agreed } from '../support/world.ts';
import { giveTurn, holdMeeting, holdSlot, openSession, STAFF, take } from './a-life.ts';
import { createTableWorld, type DataWorld, inBothWorlds } from './both-worlds.ts';

const postOf = ({ city, official }: Request) => ({ city, official });

const read = async (world: DataWorld, request: Request) => {
  const post = postOf(request);
  const lines = await world.ledger.list(post, { limit: 100, after: 0 });
  const head = await world.ledger.head(post);
  expect(findEdit(post, { lines, head }, sha256)).toBeUndefined();
  return lines;
};

/** Offered, passed, offered, lapsed, given, moved, given a new place, cancelled, given, missed. */
const liveThrough = async (world: DataWorld): Promise<Request> => {
  const staff = () => world.context(STAFF);
  const then = (decision: Parameters<typeof take>[1]) => {
    world.clock.forward(1);
    return take(world, decision);
  };
  let request = await then(accept(await world.submitRequest(), {}, staff()));
  const session = await openSession(world, request.official);
  const hold = (number: number) => holdSlot(world, request, session, number);

  request = await then(offer(request, [await hold(1), await hold(2)], staff()));
  request = await then(passOffer(request, world.context()));
  request = await then(offer(request, [await hold(3)], staff()));
  if (request.status !== 'offered') throw new Error(request.status);
  request = await then({ agreed: true, value: lapseOffer(request, world.context({ actor: 'office' })) });
  request = await then(schedule(request, await hold(4), staff()));
  request = await then(move(request, await hold(5), world.context()));
  request = await then(tellOfNewPlace(request, staff()));
  request = await then(cancel(request, {}, world.context()));
  const last = await hold(6);
  request = await then(schedule(request, last, staff()));
  world.clock.moveTo(last.endsAt);
  return then(recordAttendance(request, 'no-show', staff()));
};

inBothWorlds((createWorld) => {
  it('tells each thing that happens to a turn, in its order, and names nobody', async () => {
    const world = await createWorld();
    const request = await liveThrough(world);
    expect(await run(world)).toEqual({ chained: 9, failed: 0, unchained: 0 });
    const lines = await read(world, request);
    expect(lines.map(({ act, reason, by, holds, leaves }) => [act, reason, by, holds.length, leaves.length])).toEqual([
      ['offered', 'offered', 'staff', 2, 0],
      ['passed', 'offer-passed', 'citizen', 0, 2],
      ['offered', 'offered', 'staff', 1, 0],
      ['lapsed', 'offer-lapsed', 'office', 0, 1],
      ['given', 'scheduled', 'staff', 1, 0],
      ['moved', 'moved', 'citizen', 1, 1],
      ['released', 'cancelled', 'citizen', 0, 1],
      ['given', 'scheduled', 'staff', 1, 0],
      ['missed', 'no-show', 'staff', 0, 1],
    ]);
    const text = JSON.stringify(lines);
    for (const told of [request.id, request.code, request.applicantKey, 'Applicant', 'manager.hq']) {
      expect(text).not.toContain(told);
    }
  });

  it('says nothing of a meeting that took place, and says of a withdrawal that the turn is free', async () => {
    const world = await createWorld();
    const met = await holdMeeting(world, []);
    await run(world);
    expect((await read(world, met)).map(({ act }) => act)).toEqual(['given']);

    const other = await createWorld();
    const scheduled = await giveTurn(other, await other.submitRequest());
    await take(other, withdraw(scheduled, undefined, other.context()));
    await run(other);
    expect((await read(other, scheduled)).map(({ act, reason }) => [act, reason])).toEqual([
      ['given', 'scheduled'],
      ['released', 'withdrawn'],
    ]);
  });

  it('tells which offered turn was taken and which are free, and that an absent host gives a turn back', async () => {
    const world = await createWorld();
    const staff = world.context(STAFF);
    const waiting = await take(world, accept(await world.submitRequest(), { urgent: true }, staff));
    const session = await openSession(world, waiting.official);
    const [one, other] = [await holdSlot(world, waiting, session, 1), await holdSlot(world, waiting, session, 2)];
    const offered = await take(world, offer(waiting, [one, other], staff));
    world.clock.forward(1);
    const scheduled = await take(world, acceptOffer(offered, other, world.context()));
    world.clock.moveTo(other.startsAt);
    await take(world, recordAttendance(scheduled, 'host-absent', world.context(STAFF)));
    await run(world);
    const since = { waitingSince: waiting.submittedAt, urgent: true };
    expect(await read(world, waiting)).toMatchObject([
      { act: 'offered', holds: [one.id, other.id], leaves: [], ...since },
      { act: 'given', by: 'citizen', holds: [other.id], leaves: [one.id], ...since },
      { act: 'released', reason: 'host-absent', holds: [], leaves: [other.id], ...since },
    ]);
  });

  it('leaves no line of a decision that lost its race', async () => {
    const world = await createWorld();
    const scheduled = await giveTurn(world, await world.submitRequest());
    const twice = [cancel(scheduled, {}, world.context()), cancel(scheduled, {}, world.context())].map(agreed);
    const written = await Promise.all(twice.map((change) => world.requests.replace(change)));
    expect(written.filter((outcome) => outcome.agreed)).toHaveLength(1);
    await run(world);
    expect((await read(world, scheduled)).map(({ act }) => act)).toEqual(['given', 'released']);
  });

  it('never forks, however many write the chain at once, and goes on where it ended', async () => {
    const world = await createWorld();
    const request = await liveThrough(world);
    const sums = await Promise.all([run(world), run(world), run(world)]);
    await run(world);
    expect(sums.every(({ failed }) => failed === 0)).toBe(true);
    expect((await read(world, request)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);

    const staff = world.context(STAFF);
    const next = await take(world, accept(await world.submitRequest(), {}, staff));
    const slot = await holdSlot(world, next, await openSession(world, next.official, { on: '2026-06-24' }));
    await take(world, schedule(next, slot, staff));
    await run(world);
    expect(await read(world, request)).toHaveLength(10);
    expect(await world.ledger.list(postOf(request), { limit: 5, after: 9 })).toMatchObject([{ number: 10 }]);
  });

  it('counts what has waited too long', async () => {
    const world = await createWorld();
    const scheduled = await giveTurn(world, await world.submitRequest());
    const { ledger } = world;
    const fails = async () => {
      throw new Error('The table is away.');
    };
    const broken = {
      ...world,
      ledger: {
        ...ledger,
        posts: (city: string, limit: number) => ledger.posts(city, limit),
        countUnchained: (city: string, since: string) => ledger.countUnchained(city, since),
        next: fails,
      },
    };
    expect(await run(broken)).toEqual({ chained: 0, failed: 1, unchained: 0 });
    world.clock.forward(5);
    expect(await run(broken)).toEqual({ chained: 0, failed: 1, unchained: 1 });
    expect(await run(world)).toEqual({ chained: 1, failed: 0, unchained: 0 });
    expect(await read(world, scheduled)).toHaveLength(1);
  });
});

it('shows what somebody changed in the table itself', async () => {
  const world = await createTableWorld();
  const request = await liveThrough(world);
  await run(world);
  const post = postOf(request);
  const [, , third] = await world.ledger.list(post, { limit: 100, after: 0 });
  await new CityTable(world.client, world.tableName).load([{ ...ledgerLineKey(post, 3), ...third, urgent: true }]);
  const edited = {
    lines: await world.ledger.list(post, { limit: 100, after: 0 }),
    head: await world.ledger.head(post),
  };
  expect(findEdit(post, edited, sha256)).toEqual({ line: 3, found: 'altered' });
});
