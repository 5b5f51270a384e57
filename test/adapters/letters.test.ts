import { expect, it } from 'vitest';
import { letter } from '../../domain/letter.ts';
import { plusMinutes } from '../../domain/time.ts';
import { accept } from '../../domain/triage.ts';
import { agreed } from '../support/world.ts';
import { STAFF, take } from './a-life.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const onlyDue = async (world: DataWorld) => {
  const [letter, ...more] = await world.letters.due(world.city, world.clock.now(), 10);
  if (!letter || more.length > 0) throw new Error('One letter should be due');
  return letter;
};

inBothWorlds((createWorld) => {
  it('writes letters with what causes them, due at once, each under a key of its own', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    world.clock.forward(1);
    await take(world, accept(request, {}, world.context(STAFF)));
    const letters = await world.letters.of(world.city, request.id);
    expect(letters.map(({ template, key }) => [template, key])).toEqual([
      ['submitted', 'triage.1.0'],
      ['accepted', 'slot.2.0'],
    ]);
    expect(letters[0]).toMatchObject({ city: world.city, request: request.id, attempts: 0, to: 'applicant' });
    expect(await world.letters.due(world.city, world.clock.now(), 10)).toEqual(letters);
  });

  it('lets one of many senders have a letter, and shows it to others only after a while', async () => {
    const world = await createWorld();
    await world.submitRequest();
    const letter = await onlyDue(world);
    const claims = await Promise.all([1, 2, 3, 4].map(() => world.letters.claim(letter, world.clock.now())));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await world.letters.due(world.city, world.clock.now(), 10)).toEqual([]);
    world.clock.forward(1);
    expect(await onlyDue(world)).toEqual({ ...letter, attempts: 1 });
  });

  it('keeps a letter due that could not be sent, and later each time', async () => {
    const world = await createWorld();
    await world.submitRequest();
    const first = await onlyDue(world);
    await world.letters.claim(first, world.clock.now());
    await world.letters.settle([{ letter: first, result: 'failed' }], world.clock.now());
    world.clock.forward(1);
    const second = await onlyDue(world);
    expect(second).toEqual({ ...first, attempts: 1, result: 'failed' });
    expect(await world.letters.claim(second, world.clock.now())).toBe(true);
    const [claimed] = await world.letters.of(world.city, first.request);
    expect(claimed).toEqual({ ...first, attempts: 2 });
    expect(await world.letters.due(world.city, plusMinutes(world.clock.now(), 1), 10)).toEqual([]);
    expect(await world.letters.due(world.city, plusMinutes(world.clock.now(), 2), 10)).toEqual([claimed]);
  });

  it('settles the letters of one version one by one, and finds the one for the morning beside one that keeps failing', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    await world.letters.settle([{ letter: await onlyDue(world), result: 'sent' }], world.clock.now());
    const [now, morning] = [world.clock.now(), plusMinutes(world.clock.now(), 60)];
    const change = agreed(accept(request, {}, world.context(STAFF)));
    const forStaff = letter('escalated', request.owner);
    const gathered = { ...forStaff, gatheredAt: morning };
    agreed(await world.requests.replace({ ...change, letters: [...change.letters, forStaff, gathered] }));

    const [accepted, escalated] = await world.letters.due(world.city, now, 10);
    if (!accepted || !escalated) throw new Error('Two letters are due');
    await Promise.all([
      world.letters.settle([{ letter: accepted, result: 'failed' }], now),
      world.letters.settle([{ letter: escalated, result: 'sent' }], now),
    ]);
    expect(await world.letters.due(world.city, now, 10)).toEqual([]);
    expect(await world.letters.gathered(world.city, now, 10)).toEqual([]);
    const waiting = await world.letters.gathered(world.city, morning, 10);
    expect(waiting.map(({ key }) => key)).toEqual(['slot.2.2']);
    for (const one of waiting) await world.letters.settle([{ letter: one, result: 'sent' }], morning);
    expect(await world.letters.due(world.city, morning, 10)).toEqual([{ ...accepted, attempts: 1, result: 'failed' }]);
    const results = (await world.letters.of(world.city, request.id)).map(({ result }) => result);
    expect(results).toEqual(['sent', 'failed', 'sent', 'sent']);
  });

  it.each(['sent', 'overtaken', 'undeliverable', 'unknown'] as const)(
    'is done with a letter that was %s',
    async (result) => {
      const world = await createWorld();
      await world.submitRequest();
      const letter = await onlyDue(world);
      await world.letters.claim(letter, world.clock.now());
      await world.letters.settle([{ letter, result }], world.clock.now());
      world.clock.forward(600);
      expect(await world.letters.due(world.city, world.clock.now(), 10)).toEqual([]);
      expect(await world.letters.claim({ ...letter, attempts: 1 }, world.clock.now())).toBe(false);
      await world.letters.settle([{ letter, result: 'failed' }], world.clock.now());
      expect(await world.letters.of(world.city, letter.request)).toEqual([{ ...letter, attempts: 1, result }]);
    },
  );
});
