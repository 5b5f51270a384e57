import { createHash } from 'node:crypto';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { CitizenSession, HashKind, Keys } from '../../../domain/ports/keys.ts';

/** Keys without a secret, the same in every run; sessions are written in clear. */
export class MemoryKeys implements Keys {
  readonly #clock: Clock;
  #secrets = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  requestId(city: string, caller: string, idempotencyKey: string): string {
    return symbols(city, 'request', caller, idempotencyKey);
  }

  hash(city: string, kind: HashKind, text: string): string {
    return symbols(city, kind, text);
  }

  secret(bytes: number): Uint8Array {
    this.#secrets += 1;
    return createHash('shake256', { outputLength: bytes }).update(`secret ${this.#secrets}`).digest();
  }

  async signSession(city: string, session: CitizenSession): Promise<string> {
    return Buffer.from(JSON.stringify({ city, session })).toString('base64url');
  }

  async readSession(city: string, token: string): Promise<CitizenSession | undefined> {
    try {
      const read: { city: string; session: CitizenSession } = JSON.parse(Buffer.from(token, 'base64url').toString());
      return read.city === city && read.session.expiresAt > this.#clock.now() ? read.session : undefined;
    } catch {
      return undefined;
    }
  }
}

/** 26 symbols, as the real keys give. */
const symbols = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 26).toUpperCase();
