import { expect, it } from 'vitest';
import { inBothWorlds } from './both-worlds.ts';

inBothWorlds((createWorld) => {
  it('knows what a city was told once', async () => {
    const { marks, city, clock } = await createWorld();
    expect(await marks.has(city, 'holidays-1406')).toBe(false);
    for (const _time of [1, 2]) await marks.set(city, 'holidays-1406', clock.now());
    expect([await marks.has(city, 'holidays-1406'), await marks.has('tehran', 'holidays-1406')]).toEqual([true, false]);
  });
});
