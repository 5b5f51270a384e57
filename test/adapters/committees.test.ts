import { expect, it } from 'vitest';
import { type Committee, closeCommittee, type Matter, openCommittee, planCommittee } from '../../domain/committee.ts';
import { decideMatter } from '../../domain/committee-decision.ts';
import { agreed } from '../support/world.ts';
import { holdMeeting, STAFF } from './a-life.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const WEEKLY = { unit: 'hq', on: '2026-07-14', from: '10:00', to: '11:00', everyWeeks: 1 };

const plan = (world: DataWorld, more: Partial<Committee> = {}): Committee =>
  agreed(planCommittee({ ...WEEKLY, id: 'A', ...more }, world.context(STAFF)));

const opened = (world: DataWorld, committee: Committee): Committee => {
  world.clock.moveTo(committee.startsAt);
  return agreed(openCommittee(committee, world.context(STAFF)));
};

inBothWorlds((createWorld) => {
  it('keeps a committee once, lists those of a unit, and knows which are not closed', async () => {
    const world = await createWorld();
    const committee = plan(world);
    agreed(await world.committees.add(committee));
    agreed(await world.committees.add(plan(world, { id: 'B', on: '2026-07-21' })));
    agreed(await world.committees.add(plan(world, { id: 'C', unit: 'harbour' })));
    expect(await world.committees.add(committee)).toMatchObject({ agreed: false, reason: 'already-recorded' });
    expect(await world.committees.find(world.city, 'A')).toEqual({ committee, matters: [] });
    expect(await world.committees.find('tehran', 'A')).toBeUndefined();
    expect((await world.committees.list(world.city, 'hq', 5)).map(({ id }) => id)).toEqual(['B', 'A']);
    const unclosed = await world.committees.unclosed(world.city, '2026-07-15T00:00:00.000Z', 5);
    expect(unclosed.map(({ id }) => id).toSorted()).toEqual(['A', 'C']);
  });

  it('writes a decision with what it does to the request, both or none, and once', async () => {
    const world = await createWorld();
    const request = await holdMeeting(world, [{ text: 'Mend the lamp.', unit: 'hq', dueOn: '2026-07-20' }]);
    const planned = plan(world);
    agreed(await world.committees.add(planned));
    const committee = opened(world, planned);
    const matter: Matter = {
      ...{ number: 1, request: request.id, code: request.code, order: 1, unit: 'hq', why: 'overdue', rung: 1 },
      ...{ atTop: false, disputes: 0, carried: 0 },
    };
    expect(await world.committees.open({ ...committee, version: 5 }, [])).toMatchObject({
      reason: 'changed-meanwhile',
    });
    agreed(await world.committees.open(committee, [matter]));
    const back = { kind: 'return', text: 'By Friday.' } as const;
    const change = agreed(decideMatter(request, { committee, matter }, back, world.context(STAFF)));
    const decision = { ...back, at: world.clock.now(), by: STAFF };
    const decided = { ...matter, decision };
    const [one, two] = await Promise.all([
      world.committees.decide(committee, decided, change),
      world.committees.decide(committee, decided, change),
    ]);
    expect([one, two].filter(({ agreed }) => agreed)).toHaveLength(1);
    expect((await world.committees.find(world.city, 'A'))?.matters).toEqual([decided]);
    expect((await world.requests.find(world.city, request.id))?.version).toBe(request.version + 1);
  });

  it('closes one and plans the next at once', async () => {
    const world = await createWorld();
    const first = plan(world);
    agreed(await world.committees.add(first));
    const committee = opened(world, first);
    agreed(await world.committees.open(committee, []));
    const { closed, next } = agreed(
      closeCommittee(committee, { minutes: 'Nothing.', nextId: 'NEXT' }, world.context(STAFF)),
    );
    agreed(await world.committees.close(closed, next));
    expect((await world.committees.list(world.city, 'hq', 5)).map(({ id }) => id)).toEqual(['NEXT', 'A']);
    expect((await world.committees.find(world.city, 'A'))?.committee.minutes).toBe('Nothing.');
    const unclosed = await world.committees.unclosed(world.city, '2026-08-01T00:00:00.000Z', 5);
    expect(unclosed).toEqual([next]);
  });
});
