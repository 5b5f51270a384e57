import { expect, test } from 'vitest';
import { eastmere } from '../../../cities/eastmere.ts';
import { type Instant, instantOf } from '../../../domain/time.ts';
import { FakeClock } from '../../../local/clock.ts';
import { diceOf } from '../../../local/demo/dice.ts';
import type { Life } from '../../../local/demo/life.ts';
import { officeDays } from '../../../local/demo/office-days.ts';
import { perform } from '../../../local/demo/perform.ts';
import { openScene } from '../../../local/demo/scene.ts';

const nobody = async () => 'no token';
const person = { name: 'Hazel Example', language: 'en', identity: { kind: 'x', value: '1' }, mobile: '07700 900123' };

/** A scene in which only time passes. */
const sceneOf = (id: string, clock: FakeClock, story: Life['story']) =>
  openScene({
    ...{ url: 'http://127.0.0.1:9', unit: 'hq', person, key: id, citizenToken: nobody, staffToken: nobody },
    life: {
      ...{ id, city: 'eastmere', official: 'hq-mayor', topic: 'other', text: '', wanted: '', story },
      ends: { reason: 'resolved', orders: [], events: {} },
    },
    days: officeDays(eastmere.city.calendar, () => clock.now(), diceOf(id)),
  });

const stage = () => {
  const clock = new FakeClock(Date.parse('2026-09-01T06:00:00Z'));
  const moves: Instant[] = [];
  const moveClockTo = async (at: number) => {
    clock.moveTo(at);
    moves.push(instantOf(at));
  };
  return { clock, moves, product: { now: () => clock.now(), moveClockTo } };
};

test('lives take turns by time, and the clock never goes back', async () => {
  const { clock, moves, product } = stage();
  const acts: string[] = [];
  const ended: string[] = [];
  const story = (id: string, days: number) =>
    sceneOf(id, clock, async function* (scene) {
      for (const act of [1, 2, 3]) {
        acts.push(`${id}${act}`);
        yield scene.days.later(days * 24 * 60);
      }
    });
  expect(await perform([story('slow', 10), story('quick', 1)], product, ({ life }) => ended.push(life.id))).toEqual([]);
  expect(ended).toEqual(['quick', 'slow']);
  expect(acts.toSorted()).toEqual(['quick1', 'quick2', 'quick3', 'slow1', 'slow2', 'slow3']);
  expect(acts.slice(-2)).toEqual(['slow2', 'slow3']);
  expect(moves).toEqual(moves.toSorted());
});

test('a life that breaks off is named, and the others go on', async () => {
  const { clock, product } = stage();
  let ended = false;
  const broken = sceneOf('broken', clock, async function* (scene) {
    yield scene.days.later(5);
    throw new Error('the door was locked');
  });
  const whole = sceneOf('whole', clock, async function* (scene) {
    yield scene.days.later(500);
    ended = true;
  });
  expect(await perform([broken, whole], product, () => undefined)).toEqual([
    expect.stringMatching(/^broken: broke off at .*the door was locked$/),
  ]);
  expect(ended).toBe(true);
});
