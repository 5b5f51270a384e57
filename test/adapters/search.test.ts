import { expect, it } from 'vitest';
import { refer } from '../../domain/triage.ts';
import { unitPath } from '../../domain/unit-tree.ts';
import { STAFF, take } from './a-life.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const findable = (...search: string[]) => ({ keys: { readers: [], search } });

/** Two officials of different units, neither of which lies within the other. */
const apart = (world: DataWorld) => {
  const { officials, units } = world.context().office;
  const path = ({ unit }: { unit: string }) => unitPath(units, unit);
  const one = officials.find(({ unit }) => unit !== 'hq');
  const other = officials.find((official) => one && official.unit !== 'hq' && official.unit !== one.unit);
  if (!one || !other) throw new Error('Eastmere has officials in several units');
  return { one, other, pathOfOne: path(one), pathOfOther: path(other) };
};

inBothWorlds((createWorld) => {
  const find = (world: DataWorld, words: string[], scope = 'hq', limit = 10, after?: string) =>
    world.search.find(world.city, words, scope, { limit, after });

  it('finds the cases that carry all of the words', async () => {
    const world = await createWorld();
    const both = await world.submitRequest(findable('NAME', 'NUMBER'));
    await world.submitRequest(findable('NAME'));
    await world.submitRequest(findable('NUMBER'));
    expect(await find(world, ['NAME', 'NUMBER'])).toEqual({ items: [both.id] });
    expect(await find(world, ['NUMBER', 'NAME', 'NAME'])).toEqual({ items: [both.id] });
    expect((await find(world, ['NAME'])).items).toHaveLength(2);
    expect(await find(world, ['NAME', 'NOBODY'])).toEqual({ items: [] });
    expect(await find(world, [])).toEqual({ items: [] });
  });

  it('finds nothing outside the part of the tree that was asked for', async () => {
    const world = await createWorld();
    const { one, other, pathOfOne, pathOfOther } = apart(world);
    const here = await world.submitRequest({ official: one.id, ...findable('NAME') });
    const there = await world.submitRequest({ official: other.id, ...findable('NAME') });
    expect(await find(world, ['NAME'], pathOfOne)).toEqual({ items: [here.id] });
    expect(await find(world, ['NAME'], pathOfOther)).toEqual({ items: [there.id] });
    expect(await find(world, ['NAME'], pathOfOne.slice(0, -1))).toEqual({ items: [] });
    expect(new Set((await find(world, ['NAME'])).items)).toEqual(new Set([here.id, there.id]));
  });

  it('follows a request to the unit it is referred to', async () => {
    const world = await createWorld();
    const { one, other, pathOfOne, pathOfOther } = apart(world);
    const request = await world.submitRequest({ official: one.id, ...findable('NAME', 'NUMBER') });
    await take(world, refer(request, { official: other.id, text: 'Theirs.' }, world.context(STAFF)));
    expect(await find(world, ['NAME', 'NUMBER'], pathOfOne)).toEqual({ items: [] });
    expect(await find(world, ['NAME', 'NUMBER'], pathOfOther)).toEqual({ items: [request.id] });
  });

  it('goes on where a page ended, through more cases than are read at once', async () => {
    const world = await createWorld();
    const submitted = new Set<string>();
    for (let number = 0; number < 120; number += 1) {
      const { id } = await world.submitRequest(findable('NAME', number % 2 === 0 ? 'EVEN' : 'ODD'));
      if (number % 2 === 0) submitted.add(id);
    }
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await find(world, ['NAME', 'EVEN'], 'hq', 25, after);
      expect(page.items.length).toBeGreaterThan(0);
      found.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    expect(found).toHaveLength(60);
    expect(new Set(found)).toEqual(submitted);
  });

  it('answers nothing to somebody who goes on from a place outside the scope', async () => {
    const world = await createWorld();
    const { one, pathOfOne } = apart(world);
    await world.submitRequest({ official: one.id, ...findable('NAME') });
    expect(await find(world, ['NAME'], pathOfOne, 5, 'zzz')).toEqual({ items: [] });
  });
});
