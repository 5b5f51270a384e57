import { expect, test } from 'vitest';
import { closeOffice, planExtraSession, previewClosure } from '../../contract/staff/closure.ts';
import { showJob } from '../../contract/staff/job.ts';
import { recordStation } from '../../contract/staff/meeting-day.ts';
import { acceptOffer } from '../../domain/offers.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Request } from '../../domain/request.ts';
import { planSession } from '../../domain/session.ts';
import type { Slot } from '../../domain/slot.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { run as chain } from '../../functions/scheduled/chain-ledger.ts';
import { run } from '../../functions/scheduled/run-jobs.ts';
import { createStaffWorld, type StaffWorld } from '../functions/staff/staff-world.ts';
import { acceptIt, giveTurn, planMorning, take } from '../support/lives.ts';
import { agreed, applicantOf } from '../support/world.ts';

const official = 'harbour-alderman';
const FLOOD = { en: 'The river is out', fa: 'رود طغیان کرده است' };
const CLOSURE = { unit: 'harbour', on: '2026-06-08', from: '12:00', reason: FLOOD };

const afternoon = async (world: StaffWorld, from: string, to: string): Promise<readonly Slot[]> => {
  const plan = { official, venue: 'harbour-office', mode: 'in-person' as const, on: '2026-06-08', from, to };
  const others = await world.sessions.list(world.city, official, world.clock.now(), 10);
  const planned = agreed(planSession({ id: `afternoon-${from.slice(0, 2)}`, ...plan }, others, world.context()));
  agreed(await world.sessions.add(planned.session, planned.slots));
  return planned.slots;
};

/** Somebody of the queue with a turn; who has no mobile can only be called. */
const withTurn = async (world: StaffWorld, slot: Slot, byPhone: boolean): Promise<Request> => {
  const applicant = applicantOf(world.office(), world.clock.now());
  const contacts = [{ kind: 'landline' as const, value: '01632 960000', proven: false }];
  const request = await world.submitRequest({ official, ...(byPhone && { parties: [{ ...applicant, contacts }] }) });
  await acceptIt(world, request);
  return giveTurn(world, request, slot);
};

/** Two full sessions on a Monday afternoon, so many free mornings after it, and a decision that is due the same evening. */
const fullAfternoon = async (mornings: number) => {
  const world = await createStaffWorld({ at: '2026-06-03T09:30:00.000Z' });
  const due = await world.submitRequest({ official });
  const slots = [...(await afternoon(world, '12:00', '14:00')), ...(await afternoon(world, '14:00', '16:00'))];
  const people: Request[] = [];
  for (const [index, slot] of slots.entries()) people.push(await withTurn(world, slot, index % 12 === 5));
  for (let day = 0; day < mornings; day += 1) await planMorning(world, { official }, 6 + day);
  world.clock.moveTo('2026-06-08T10:02:00.000Z');
  return { world, due, people };
};

const close = async (world: StaffWorld) => {
  const closed = await world.call('manager.harbour', closeOffice, { body: CLOSURE });
  expect(closed.status).toBe(202);
  world.clock.forward(1);
  await run(world);
  return String(closed.body.job);
};
const now = async (world: StaffWorld, { id }: Request): Promise<Request> => {
  const request = await world.requests.find(world.city, id);
  if (!request) throw new Error('It is kept');
  return request;
};
const allNow = (world: StaffWorld, people: readonly Request[]) => Promise.all(people.map((one) => now(world, one)));
const stationOf = (request: Request | undefined, station: string) => ({
  params: { id: request?.id ?? '' },
  body: { station },
});
const heldBy = (request: Request): string => (request.status === 'offered' ? (request.offered[0]?.startsAt ?? '') : '');
const closureLetters = async (world: StaffWorld, people: readonly Request[]): Promise<number[]> =>
  Promise.all(
    people.map(
      async ({ id }) =>
        (await world.letters.of(world.city, id)).filter(({ template }) => template === 'closure').length,
    ),
  );
const closureCalls = async (world: StaffWorld) =>
  (await world.callTasks.list(world.city, 'harbour', { limit: 100 })).items.filter(({ about }) => about === 'closure');

test('A ward closes at an hour’s notice: 24 people keep their order, each is told once, and nothing happens twice', async () => {
  const { world, due, people } = await fullAfternoon(3);
  expect(people).toHaveLength(24);

  const preview = await world.call('manager.harbour', previewClosure, { body: CLOSURE });
  expect(preview.body.sessions).toMatchObject([
    { session: 'afternoon-12', turns: 12, offers: 0, room: 27 },
    { session: 'afternoon-14', turns: 12, offers: 0, room: 27 },
  ]);
  expect(await allNow(world, people)).toEqual(people);

  const job = await close(world);

  const moved = await allNow(world, people);
  expect(moved.map(({ status }) => status)).toEqual(people.map(() => 'offered'));
  expect(moved.map(heldBy)).toEqual(moved.map(heldBy).toSorted());
  expect(new Set(moved.map(heldBy)).size).toBe(24);
  expect(moved.every((request) => !('reminders' in request))).toBe(true);
  expect((await closureLetters(world, people)).reduce((sum, count) => sum + count)).toBe(22);
  expect((await closureCalls(world)).map(({ request }) => request).toSorted()).toEqual(
    [people[5]?.id ?? '', people[17]?.id ?? ''].toSorted(),
  );
  for (const id of ['afternoon-12', 'afternoon-14']) {
    expect(await world.sessions.find(world.city, id)).toMatchObject({ cancelledAt: world.clock.now() });
  }
  expect((await now(world, due)).deadline.at).toBe('2026-06-09T16:00:00.000Z');
  expect((await world.caseFiles.read(world.city, due.id))?.events.at(-1)).toMatchObject({
    ...{ kind: 'deadline-moved', text: FLOOD.en },
    facts: { was: due.deadline.at, dueAt: '2026-06-09T16:00:00.000Z' },
  });
  expect((await world.call('manager.harbour', showJob, { params: { job } })).body).toMatchObject({
    ...{ moved: 25, failed: 0, finishedAt: world.clock.now() },
  });

  const [letters, calls, moment] = [await closureLetters(world, people), await closureCalls(world), world.clock.now()];
  await close(world);
  expect(await allNow(world, people)).toEqual(moved);
  expect(await closureLetters(world, people)).toEqual(letters);
  expect(await closureCalls(world)).toEqual(calls);
  expect(world.clock.now() > moment).toBe(true);
  expect(world.office().units.find(({ id }) => id === 'harbour')?.calendar?.closures).toHaveLength(1);
});

test('Who is silent keeps the new turn, who answers has it at once', async () => {
  const { world, people } = await fullAfternoon(3);
  await close(world);
  const moved = await allNow(world, people);
  const [first, last] = [moved[0], moved[23]];
  if (first?.status !== 'offered' || !last) throw new Error('All were moved');

  const kept = passDeadline(last, { ...world.context(THE_OFFICE), at: last.until });
  if (!kept) throw new Error('The hold has ended');
  expect(kept.after).toMatchObject({ status: 'scheduled', appointment: { startsAt: heldBy(last) } });
  agreed(await world.requests.replace(kept));

  const slot = await world.slots.find(world.city, first.offered[0]?.slot ?? '');
  if (!slot) throw new Error('Its slot is there');
  const taken = await take(world, first, (read, context) => acceptOffer(read, slot, context), { actor: 'citizen' });
  expect(taken).toMatchObject({ status: 'scheduled', appointment: { startsAt: heldBy(first) } });
  expect(taken).not.toHaveProperty('silenceKeeps');
});

test('Where room is lacking, the last ones come first in the queue', async () => {
  const { world, people } = await fullAfternoon(2);
  await close(world);
  const moved = await allNow(world, people);
  expect(moved.map(({ status }) => status)).toEqual(people.map((_, index) => (index < 18 ? 'offered' : 'waiting')));
  expect(moved.slice(18).every(({ urgent }) => urgent)).toBe(true);
  const told = (await closureLetters(world, people)).map((count, index) => count + (index % 12 === 5 ? 1 : 0));
  expect(told).toEqual(people.map(() => 1));
});

test('Where room is lacking an extra session is proposed; one act holds it, and whoever lost a turn is seated, once', async () => {
  const { world, people } = await fullAfternoon(2);
  const preview = await world.call('manager.harbour', previewClosure, { body: CLOSURE });
  expect(preview.body.extra).toMatchObject([
    { official, needed: 6, on: '2026-06-09', from: '12:00', to: '14:00', seats: 12, venue: 'harbour-office' },
  ]);
  const job = await close(world);
  const shown = await world.call('manager.harbour', showJob, { params: { job }, language: 'fa' });
  const [extra] = shown.body.extra as { needed: number; says: string; [field: string]: unknown }[];
  expect(extra).toMatchObject({ needed: 6, says: expect.stringContaining('ساعت ۱۲:۰۰ تا ۱۴:۰۰') });

  if (!extra) throw new Error('One is proposed');
  const { venue, mode, on, from, to } = extra;
  const hold = () =>
    world.call('manager.harbour', planExtraSession, {
      ...{ params: { official }, body: { venue, mode, on, from, to }, key: 'extra-of-the-flood' },
    });
  const held = await hold();
  expect(held.status).toBe(201);
  await run(world);
  const lost = (await allNow(world, people)).slice(18);
  expect(lost.map(({ status }) => status)).toEqual(lost.map(() => 'offered'));
  expect(new Set(lost.map(heldBy)).size).toBe(6);
  expect(lost.every((request) => request.status === 'offered' && request.silenceKeeps)).toBe(true);
  expect(lost.map(heldBy).every((startsAt) => startsAt.startsWith('2026-06-09T11'))).toBe(true);

  const letters = await closureLetters(world, people);
  expect(await hold()).toMatchObject({ body: { job: held.body.job } });
  await run(world);
  expect([await allNow(world, people.slice(18)), await closureLetters(world, people)]).toEqual([lost, letters]);
  expect((await world.call('manager.harbour', showJob, { params: { job } })).body.extra).toEqual([]);
});

test('Whoever has come already has the first place of the next session, and is called', async () => {
  const { world, people } = await fullAfternoon(3);
  const early = people[20];
  expect((await world.call('clerk.harbour', recordStation, stationOf(early, 'arrived'))).status).toBe(200);
  const preview = await world.call('manager.harbour', previewClosure, { body: CLOSURE });
  expect(preview.body.sessions).toMatchObject([{ there: 0 }, { there: 1 }]);
  await close(world);
  const moved = await allNow(world, people);
  expect(moved.map(heldBy).toSorted()[0]).toBe(moved.slice(20, 21).map(heldBy)[0]);
  expect(await closureLetters(world, people.slice(20, 21))).toEqual([1]);
  expect((await closureCalls(world)).filter(({ why }) => why === 'was-there').map(({ request }) => request)).toEqual([
    early?.id,
  ]);
});

test('Turns that a closure takes stand in the ledger under its reason', async () => {
  const { world } = await fullAfternoon(2);
  await close(world);
  await chain(world);
  const lines = await world.ledger.list({ city: world.city, official }, { limit: 200, after: 0 });
  const taken = lines.filter(({ why }) => why === 'closure');
  expect(taken.map(({ act }) => act)).toEqual(taken.map(() => 'released'));
  expect(taken).toHaveLength(24);
});

test('A closure in the past, backwards or of another’s unit is refused', async () => {
  const { world } = await fullAfternoon(0);
  const told = async (more: object, username = 'manager.harbour') =>
    (await world.call(username, closeOffice, { body: { ...CLOSURE, ...more } })).status;
  expect(await told({ on: '2026-06-07' })).toBe(422);
  expect(await told({ to: '11:00' })).toBe(422);
  expect(await told({ unit: 'homes' })).toBe(404);
  expect(await told({ unit: undefined })).toBe(404);
  expect(await told({}, 'clerk.harbour')).toBe(403);
});
