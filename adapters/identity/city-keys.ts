import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod/mini';
import type { Clock } from '../../domain/ports/clock.ts';
import type { CitizenSession, HashKind, Keys } from '../../domain/ports/keys.ts';
import { Instant, toMillis } from '../../domain/time.ts';
import { crockford } from './crockford.ts';

/** 26 symbols are 130 bits: as hard to guess as a key. */
const SYMBOLS = 26;
const KEY_BYTES = 32;
const ALGORITHM = 'HS256';

const SessionClaims = z.object({
  proof: z.enum(['contact', 'link']),
  key: z.string(),
  request: z.optional(z.string()),
  expiresAt: Instant,
});

/**
 * All keys come from one master secret (HKDF, RFC 5869), one for each city and purpose, so that what is hashed in one city
 * or for one purpose says nothing in another.
 */
export class CityKeys implements Keys {
  readonly #master: string;
  readonly #clock: Clock;
  readonly #derived = new Map<string, Buffer>();

  constructor({ master, clock }: { master: string; clock: Clock }) {
    this.#master = master;
    this.#clock = clock;
  }

  requestId(city: string, caller: string, idempotencyKey: string): string {
    return this.#symbols(city, 'request', JSON.stringify([caller, idempotencyKey]));
  }

  hash(city: string, kind: HashKind, text: string): string {
    return this.#symbols(city, kind, text);
  }

  secret(bytes: number): Uint8Array {
    return randomBytes(bytes);
  }

  signSession(city: string, { proof, key, request, expiresAt }: CitizenSession): Promise<string> {
    return new SignJWT({ proof, key, expiresAt, ...(request !== undefined && { request }) })
      .setProtectedHeader({ alg: ALGORITHM })
      .setAudience(city)
      .setExpirationTime(new Date(toMillis(expiresAt)))
      .sign(this.#key(city, 'session'));
  }

  /** Sessions end by the office's clock, as everything of the office does. Whatever is no session of this city is none. */
  async readSession(city: string, token: string): Promise<CitizenSession | undefined> {
    const now = this.#clock.now();
    try {
      const { payload } = await jwtVerify(token, this.#key(city, 'session'), {
        algorithms: [ALGORITHM],
        audience: city,
        requiredClaims: ['exp'],
        currentDate: new Date(toMillis(now)),
      });
      const claims = z.safeParse(SessionClaims, payload);
      return claims.success && claims.data.expiresAt > now ? claims.data : undefined;
    } catch {
      return undefined;
    }
  }

  #symbols(city: string, purpose: string, text: string): string {
    return crockford(createHmac('sha256', this.#key(city, purpose)).update(text).digest(), SYMBOLS);
  }

  #key(city: string, purpose: string): Buffer {
    const name = `${city}/${purpose}`;
    const known = this.#derived.get(name);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.#master, city, purpose, KEY_BYTES));
    this.#derived.set(name, key);
    return key;
  }
}
