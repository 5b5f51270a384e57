import { setImmediate } from 'node:timers/promises';
import type { Dice } from '../../local/demo/dice.ts';

/**
 * Runs tasks that only meet at their ports, and lets the dice decide who goes on. Every call of a port that was wrapped
 * with `interleaved` waits there until it is drawn, once before it happens and once before its answer is known.
 */
export class Interleaving {
  readonly #dice: Dice;
  readonly #waiting: (() => void)[] = [];

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** The same port, each of its methods between two scheduling points. */
  interleaved<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          await this.#turn();
          const answer: unknown = await Reflect.apply(value, target, args);
          await this.#turn();
          return answer;
        };
      },
    });
  }

  /** Starts all of the tasks, and draws until every one of them has ended. `between` runs before every draw. */
  async run<Result>(tasks: readonly (() => Promise<Result>)[], between: () => void = () => {}): Promise<Result[]> {
    const ended = Promise.all(tasks.map((task) => task()));
    for (await setImmediate(); this.#waiting.length > 0; await setImmediate()) {
      between();
      const [goOn] = this.#waiting.splice(this.#dice(this.#waiting.length), 1);
      goOn?.();
    }
    return ended;
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
