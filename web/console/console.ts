import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { showCity } from '../../contract/citizen/city.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import type { whoAmI } from '../../contract/staff/me.ts';
import type { CitizenClient } from '../api/citizen-client.ts';
import type { StaffClient } from '../api/staff-client.ts';
import type { Language } from '../kit/language.ts';
import type { ConsoleWords } from './words/fa.ts';

/** What every page of the console is given. */
export type Console = {
  /** `/console/tehran/fa`: what every address begins with. */
  readonly base: string;
  readonly city: ReplyOf<typeof showCity>;
  readonly me: ReplyOf<typeof whoAmI>;
  readonly language: Language;
  readonly words: ConsoleWords;
  readonly call: StaffClient;
  /** What anyone may ask: the city's units, officials and topics. */
  readonly ask: CitizenClient;
};

const ConsoleContext = createContext<Console | undefined>(undefined);
export const ConsoleProvider = ConsoleContext.Provider;

/** @throws Error outside a `ConsoleProvider` */
export const useConsole = (): Console => {
  const given = useContext(ConsoleContext);
  if (!given) throw new Error('There is no ConsoleProvider above');
  return given;
};
