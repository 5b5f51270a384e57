import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { showCity } from '../../contract/citizen/city.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import type { CitizenClient } from '../api/citizen-client.ts';
import type { Language } from '../kit/language.ts';
import type { CitizenSession } from './citizen-session.ts';
import type { PortalWords } from './words/fa.ts';

/** What every page of the portal is given. */
export type Portal = {
  /** `/tehran/fa`: what every address of this city in this language begins with. */
  readonly base: string;
  readonly city: ReplyOf<typeof showCity>;
  readonly language: Language;
  readonly words: PortalWords;
  readonly call: CitizenClient;
  readonly session: CitizenSession | undefined;
  readonly signIn: (session: CitizenSession | undefined) => void;
};

const PortalContext = createContext<Portal | undefined>(undefined);
export const PortalProvider = PortalContext.Provider;

/** @throws Error outside a `PortalProvider` */
export const usePortal = (): Portal => {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error('There is no PortalProvider above');
  return portal;
};
