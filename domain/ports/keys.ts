import type { Instant } from '../time.ts';

/** People are found by keyed hashes of what identifies them; the key is the city's own. */
export type Keys = {
  /** A request's id: the same caller's same key gives the same id. */
  requestId(city: string, caller: string, idempotencyKey: string): string;
  /** A keyed hash of something that names a person or must not be known, 26 symbols; the kinds never meet. */
  hash(city: string, kind: HashKind, text: string): string;
  /** Fresh random symbols for codes and links, never derived from anything. */
  secret(bytes: number): Uint8Array;
  /** The citizen's session: who was proven, until when. Not a person, but the keyed hash of the contact or link. */
  signSession(city: string, session: CitizenSession): Promise<string>;
  readSession(city: string, token: string): Promise<CitizenSession | undefined>;
};

export type HashKind = 'identity' | 'contact' | 'word' | 'link' | 'code' | 'network' | 'content' | 'draw' | 'ticket';

export type CitizenSession = {
  /** `contact`: proven by a one-time code; `link`: by the secret of a personal link, for one request. */
  readonly proof: 'contact' | 'link';
  readonly key: string;
  readonly request?: string | undefined;
  readonly expiresAt: Instant;
};
