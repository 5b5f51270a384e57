import type { CallFault, Plan } from './faults.ts';
import { withFault } from './faults.ts';

/** How an act of somebody ended; a crash leaves nobody to tell. */
export type Ended<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed' | 'crashed' | 'paused' };

/**
 * Lets acts run one at a time, each until it ends, or until a fault pauses or kills it. What is paused goes on when the world
 * says so, so that acts come between the calls of other acts.
 */
export class ActsUnderWay {
  readonly #paused: (() => Promise<unknown>)[] = [];

  /** Runs an act on ports that meet the planned fault, if there is one. */
  async run<Ports extends object, Value>(
    ports: Ports,
    plan: Plan | undefined,
    { act, happened }: { act: (ports: Ports) => Promise<Value>; happened: (fault: CallFault) => void },
  ): Promise<Ended<Value>> {
    if (!plan) return settled(act(ports));
    const crashed = Promise.withResolvers<Ended<Value>>();
    let slice = Promise.withResolvers<Ended<Value>>();
    const over: Promise<Ended<Value>> = Promise.race([
      settled(
        // Not at once: a pause at the first call must find everything in its place.
        Promise.resolve().then(() =>
          act(
            withFault(ports, plan, {
              happened,
              crash: () => crashed.resolve({ kind: 'crashed' }),
              later: (call) => this.#paused.push(() => settled(call())),
              pause: () =>
                new Promise<void>((resume) => {
                  this.#paused.push(() => {
                    resume();
                    return over;
                  });
                  slice.resolve({ kind: 'paused' });
                  slice = Promise.withResolvers();
                }),
            }),
          ),
        ),
      ),
      crashed.promise,
    ]);
    return Promise.race([over, slice.promise]);
  }

  get isAnyPaused(): boolean {
    return this.#paused.length > 0;
  }

  /** The one that was paused first goes on to its end. */
  async resumeOne(): Promise<void> {
    await this.#paused.shift()?.();
  }
}

const settled = async <Value>(act: Promise<Value>): Promise<Ended<Value>> => {
  try {
    return { kind: 'done', value: await act };
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof RangeError || fault instanceof ReferenceError) throw fault;
    return { kind: 'failed' };
  }
};
