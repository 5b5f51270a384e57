import '../simulation/quiet.ts';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../domain/request.ts';
import { readBeside } from './final-record.ts';
import { LIVES } from './lives.ts';
import { lose, loseTwice } from './losses.ts';
import { playLife } from './play-life.ts';

/** A loss that is found when the deadline has passed makes everything that follows from it this late at most. */
const LATE_MINUTES = 6;

test('The written lives stand at every status', async () => {
  const played = await Promise.all(Object.values(LIVES).map((steps) => playLife(steps)));
  expect(new Set(played.flatMap(({ statuses }) => statuses))).toEqual(new Set(STATUSES));
});

describe.each(Object.entries(LIVES))('A life that is %s', (_, steps) => {
  test.each([
    ['killed', 'killed'],
    ['forgotten', 'forgotten'],
    ['killed', 'forgotten'],
    ['forgotten', 'killed'],
  ] as const)(
    'ends as it would have, its execution %s at a stand and attached again, then %s and attached again',
    async (...losses) => {
      const { record } = await playLife(steps);
      for (const wanted of steps.keys()) {
        const played = await playLife(steps, async (office, life, stand) => {
          if (stand === wanted) await loseTwice(losses, office, life);
        });
        expect(played.record, `stand ${wanted}`).toEqual(record);
      }
    },
    60_000,
  );

  test.each(['killed', 'forgotten'] as const)(
    'ends as it would have but minutes late, its execution %s at a stand and at the next one, and looked for by nobody',
    async (loss) => {
      const { record } = await playLife(steps);
      for (const wanted of steps.keys()) {
        const played = await playLife(steps, async (office, life, stand) => {
          if (stand === wanted || stand === wanted + 1) await lose(loss, office, life);
        });
        expect(readBeside(played.record, record, LATE_MINUTES), `stand ${wanted}`).toEqual(record);
      }
    },
    60_000,
  );
});
