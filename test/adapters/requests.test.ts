import { expect, it } from 'vitest';
import type { Change } from '../../domain/change.ts';
import { withdraw } from '../../domain/citizen-word.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Desk } from '../../domain/ports/requests.ts';
import type { Request } from '../../domain/request.ts';
import { accept, ask, refer } from '../../domain/triage.ts';
import { agreed, openingOf } from '../support/world.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const CLERK = { actor: 'staff', username: 'expert.d06' } as const;
const triageOf = ({ city, unit }: Request): Desk => ({ city, pile: 'triage', of: unit });
const ids = (requests: readonly Request[]) => requests.map(({ id }) => id);

const accepted = (request: Request, world: DataWorld): Change => agreed(accept(request, {}, world.context(CLERK)));
const withdrawn = (request: Request, world: DataWorld): Change => agreed(withdraw(request, undefined, world.context()));

inBothWorlds((createWorld) => {
  it('finds a request as it was written, by its id and by its code', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    expect(await world.requests.find(world.city, request.id)).toEqual(request);
    expect(await world.requests.idOf(world.city, request.code)).toBe(request.id);
  });

  it('knows nothing of a request of another city, or of none', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    expect(await world.requests.find('tehran', request.id)).toBeUndefined();
    expect(await world.requests.find(world.city, 'NOBODY')).toBeUndefined();
    expect(await world.requests.idOf(world.city, 'NOCODE')).toBeUndefined();
  });

  it('writes the same request once, also when it is sent twice at the same moment', async () => {
    const world = await createWorld();
    const opening = openingOf(world.context(), world.keys);
    const twice = [1, 2].map(() => world.requests.add(opening, { limited: true }));
    const outcomes = await Promise.all(twice);
    expect(outcomes.filter(({ agreed }) => agreed)).toHaveLength(1);
    expect(outcomes.find(({ agreed }) => !agreed)).toMatchObject({ reason: 'already-recorded' });
    expect(await world.requests.count(triageOf(opening.request))).toBe(1);
  });

  it('lets one applicant have one open request with an official, where that is the limit', async () => {
    const world = await createWorld();
    const first = await world.submitRequest({}, { limited: true });
    const second = () => world.requests.add(openingOf(world.context(), world.keys), { limited: true });
    expect(await second()).toMatchObject({ reason: 'open-request-exists' });
    agreed(await world.requests.replace(withdrawn(first, world)));
    expect(await second()).toMatchObject({ agreed: true });
  });

  it('does not count where nobody asked for the limit', async () => {
    const world = await createWorld();
    await world.submitRequest({}, { limited: true });
    const more = await world.requests.add(openingOf(world.context(), world.keys), { limited: false });
    expect(more).toMatchObject({ agreed: true });
  });

  it('takes the limit along when a request is referred to another official', async () => {
    const world = await createWorld();
    const first = await world.submitRequest({}, { limited: true });
    const other = world.context().office.officials.find(({ unit }) => unit !== first.unit);
    const referred = agreed(refer(first, { official: other?.id ?? '', text: 'Theirs.' }, world.context(CLERK)));
    agreed(await world.requests.replace(referred));
    const toOld = await world.requests.add(openingOf(world.context(), world.keys), { limited: true });
    expect(toOld).toMatchObject({ agreed: true });
    const toNew = openingOf(world.context(), world.keys, { official: other?.id ?? '' });
    expect(await world.requests.add(toNew, { limited: true })).toMatchObject({ reason: 'open-request-exists' });
  });

  it('refuses a decision on what somebody else has changed meanwhile', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    const [one, other] = [accepted(request, world), withdrawn(request, world)];
    const outcomes = await Promise.all([one, other].map((change) => world.requests.replace(change)));
    expect(outcomes.filter(({ agreed }) => agreed)).toHaveLength(1);
    expect(outcomes.find(({ agreed }) => !agreed)).toMatchObject({ reason: 'changed-meanwhile' });
    const written = await world.requests.find(world.city, request.id);
    expect([one.after, other.after]).toContainEqual(written);
  });

  it('moves a request from pile to pile, and off the desks when it is closed', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    const { after } = accepted(request, world);
    agreed(await world.requests.replace(accepted(request, world)));
    const queue: Desk = { city: world.city, pile: 'queue', of: request.official };
    expect(await world.requests.count(triageOf(request))).toBe(0);
    expect((await world.requests.list(queue, { limit: 5 })).items).toEqual([after]);
    agreed(await world.requests.replace(withdrawn(after, world)));
    expect(await world.requests.list(queue, { limit: 5 })).toEqual({ items: [] });
  });

  it('lists a desk from the oldest on, page by page, and counts what came before', async () => {
    const world = await createWorld();
    const all: Request[] = [];
    for (let number = 0; number < 5; number += 1) {
      all.push(await world.submitRequest());
      world.clock.forward(1);
    }
    const [first, , third] = all;
    if (!first || !third) throw new Error('Five were submitted');
    const desk = triageOf(first);
    const one = await world.requests.list(desk, { limit: 2 });
    const two = await world.requests.list(desk, { limit: 2, after: one.next });
    const three = await world.requests.list(desk, { limit: 2, after: two.next });
    expect([one, two, three].map(({ items }) => ids(items))).toEqual([
      ids(all.slice(0, 2)),
      ids(all.slice(2, 4)),
      ids(all.slice(4)),
    ]);
    expect(three.next).toBeUndefined();
    expect(await world.requests.count(desk)).toBe(5);
  });

  it('keeps at its place whoever was asked to complete a request', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    world.clock.forward(60);
    const later = await world.submitRequest();
    agreed(await world.requests.replace(agreed(ask(request, { text: 'Which lamp?' }, world.context(CLERK)))));
    expect(ids((await world.requests.list(triageOf(request), { limit: 5 })).items)).toEqual([request.id, later.id]);
  });

  it('writes what the passing of a deadline brings', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    world.clock.moveTo(request.until);
    const change = passDeadline(request, world.context({ actor: 'office' }));
    if (!change) throw new Error('The triage limit has passed');
    agreed(await world.requests.replace(change));
    expect(await world.requests.find(world.city, request.id)).toEqual(change.after);
  });
});
