import type { Keys } from '../domain/ports/keys.ts';

/** What the QR of a turn says: which slot, whose, and a keyed hash (130 bits) that only the office can make. */
export type TurnTicket = { readonly slot: string; readonly request: string };

const sealOf = (city: string, { slot, request }: TurnTicket, keys: Pick<Keys, 'hash'>): string =>
  keys.hash(city, 'ticket', `${slot}.${request}`);

/** It is made anew whenever it is asked for, and kept nowhere. */
export const writeTicket = (city: string, ticket: TurnTicket, keys: Pick<Keys, 'hash'>): string =>
  `${ticket.slot}.${ticket.request}.${sealOf(city, ticket, keys)}`;

/** The ticket behind a text that somebody brought; nothing if the office did not write it. */
export const readTicket = (city: string, text: string, keys: Pick<Keys, 'hash'>): TurnTicket | undefined => {
  const [slot = '', request = '', seal] = text.trim().split('.');
  return seal === sealOf(city, { slot, request }, keys) ? { slot, request } : undefined;
};

const VENUE_SYMBOLS = 6;

/** Shown at the venue on the day of a session: whoever types it is there. */
export const venueCode = (city: string, session: string, keys: Pick<Keys, 'hash'>): string =>
  keys.hash(city, 'ticket', `venue ${session}`).slice(0, VENUE_SYMBOLS);
