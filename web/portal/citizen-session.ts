import { readStored, store } from '../kit/stored.ts';

/** A citizen who has proven a contact, or holds the secret of one request. It ends with the tab. */
export type CitizenSession = {
  readonly token: string;
  readonly expiresAt: string;
  readonly contact?: Contact | undefined;
};
export type Contact = { readonly kind: 'mobile' | 'email'; readonly value: string };

const nameOf = (city: string): string => `session:${city}`;

/** The session of this tab, kept until the API refuses it: the office's clock need not be this computer's. */
export const readSession = (city: string): CitizenSession | undefined => readStored(nameOf(city));

export const keepSession = (city: string, session: CitizenSession | undefined): void => store(nameOf(city), session);
