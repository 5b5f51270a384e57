import { type Instant, instantOf, toMillis } from '../../domain/time.ts';
import type { System } from '../system.ts';
import type { Scene } from './life.ts';

type Clock = Pick<System, 'now' | 'moveClockTo'>;

/**
 * Performs all lives at once, as in an office: the clock moves to whoever acts next. A life that breaks off leaves the
 * others alone. When the last story is over, the clock stands where it ended.
 *
 * @param ended told of each life when its story is over and its workflow at rest
 * @returns what broke off, one line a life
 */
export const perform = async (
  scenes: readonly Scene[],
  clock: Clock,
  ended: (scene: Scene) => void,
): Promise<string[]> => {
  const errors: string[] = [];
  const start = (scene: Scene) => ({ scene, story: scene.life.story(scene), at: scene.days.morning(1) });
  let ongoing = scenes.map(start);
  while (ongoing.length > 0) {
    const next = ongoing.reduce((first, other) => (other.at < first.at ? other : first));
    await clock.moveClockTo(toMillis(next.at));
    const goesOnAt = await act(next.story).catch((error: unknown) => {
      errors.push(`${next.scene.life.id}: broke off at ${instantOf(clock.now())}: ${saying(error)}`);
      return undefined;
    });
    if (goesOnAt !== undefined) {
      next.at = goesOnAt;
      continue;
    }
    ongoing = ongoing.filter((other) => other !== next);
    await clock.moveClockTo(clock.now());
    ended(next.scene);
  }
  return errors;
};

const act = async (story: ReturnType<Scene['life']['story']>): Promise<Instant | undefined> => {
  const step = await story.next();
  return step.done ? undefined : step.value;
};

const saying = (error: unknown): string => (error instanceof Error ? error.message : String(error));
