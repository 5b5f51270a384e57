import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newCredentials } from '../cloud.ts';
import { Addresses, type Clients, clientsOf } from './clients.ts';

/** The process from one start to the next kill. */
export type Life = { readonly clients: Clients; over: boolean };

/** `answer` of a call, or the word that the process was killed over it: nobody knows then whether it was done. */
export type Outcome<T> = { readonly answer: T } | 'cut off';

/** A service that no SDK client speaks to has said no. */
export class Refused extends Error {}

/** A process that is started again and again on one folder, under the same keys. */
export class VictimProcess {
  readonly #folder: string;
  readonly #credentials = newCredentials();
  #child: ChildProcess | undefined;
  /** The life that the writers have. */
  #life: Life | undefined;
  #released = Promise.withResolvers<Life>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts it; undefined if it was killed before it was ready. Throws if it ends by itself. */
  async start(): Promise<Life | undefined> {
    const child = fork(join(import.meta.dirname, 'victim.ts'), [this.#folder], {
      execArgv: [],
      env: {
        ...process.env,
        AWS_ACCESS_KEY_ID: this.#credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: this.#credentials.secretAccessKey,
      },
    });
    this.#child = child;
    const ready = once(child, 'message').then(([addresses]) => Addresses.parse(addresses));
    const addresses = await Promise.race([ready, once(child, 'exit').then(() => undefined)]);
    if (addresses) return { clients: clientsOf(addresses, this.#credentials), over: false };
    if (child.killed) return undefined;
    throw new Error(`The process ended by itself before it was ready (${child.exitCode ?? child.signalCode}).`);
  }

  /** Lets the writers at it. */
  release(life: Life): void {
    this.#life = life;
    this.#released.resolve(life);
  }

  /** kill -9. Resolves when the process is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The process ended by itself (${child.exitCode ?? child.signalCode}).`);
    }
    const life = this.#life;
    if (life) {
      life.over = true;
      this.#life = undefined;
      this.#released = Promise.withResolvers<Life>();
    }
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    this.#child = undefined;
    life?.clients.destroy();
  }

  /** Makes one call of the life that runs, or of the next one. Throws what a service has refused, and what broke off unkilled. */
  async attempt<T>(call: (clients: Clients) => Promise<T>): Promise<Outcome<T>> {
    const life = await this.#released.promise;
    try {
      return { answer: await call(life.clients) };
    } catch (error) {
      if (wasAnswered(error)) throw error;
      if (life.over) return 'cut off';
      throw new Error('A call broke off although nobody has killed the process.', { cause: error });
    }
  }

  /** As `attempt`, life after life until one answers; for what may be done twice. */
  async insist<T>(call: (clients: Clients) => Promise<T>): Promise<T> {
    for (;;) {
      const outcome = await this.attempt(call);
      if (outcome !== 'cut off') return outcome.answer;
    }
  }
}

/** Whether a service has said no, rather than nothing. */
const wasAnswered = (error: unknown): boolean => {
  if (error instanceof Refused) return true;
  if (!(error instanceof Error) || !('$metadata' in error)) return false;
  const { $metadata: metadata } = error;
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata && !!metadata.httpStatusCode;
};
