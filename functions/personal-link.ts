import type { Keys } from '../domain/ports/keys.ts';

const SECRET_BYTES = 20;

/** The secret of a personal link, shown once to its citizen, and the keyed hash of it that the request keeps. */
export type PersonalLink = { readonly secret: string; readonly linkKey: string };

/** A fresh link to one request: its id and 160 random bits. */
export const newPersonalLink = (city: string, request: string, keys: Pick<Keys, 'hash' | 'secret'>): PersonalLink => {
  const secret = `${request}.${Buffer.from(keys.secret(SECRET_BYTES)).toString('base64url')}`;
  return { secret, linkKey: linkKeyOf(city, secret, keys) };
};

export const linkKeyOf = (city: string, secret: string, keys: Pick<Keys, 'hash'>): string =>
  keys.hash(city, 'link', secret);

/** Which request the holder of a secret speaks of; whether they may is decided by the hash alone. */
export const requestOfLink = (secret: string): string => secret.split('.')[0] ?? '';
