import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { showCity } from '../../contract/citizen/city.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import type { CitizenClient } from '../api/citizen-client.ts';
import type { Language } from '../kit/language.ts';
import type { CitizenSession } from './citizen-session.ts';
import type { PagesWords } from './pages-words/fa.ts';
import type { DoorwayWords } from './words/fa.ts';

/** What the first page, and what is around every page, is given. */
export type Doorway = {
  /** `/tehran/fa`: what every address of this city in this language begins with. */
  readonly base: string;
  readonly city: ReplyOf<typeof showCity>;
  readonly language: Language;
  readonly words: DoorwayWords;
  readonly call: CitizenClient;
  readonly session: CitizenSession | undefined;
  readonly signIn: (session: CitizenSession | undefined) => void;
};

/** What every other page is given: their words have come with them. */
export type Portal = Omit<Doorway, 'words'> & { readonly words: DoorwayWords & PagesWords };

const DoorwayContext = createContext<Doorway | undefined>(undefined);
const PagesWordsContext = createContext<PagesWords | undefined>(undefined);
export const DoorwayProvider = DoorwayContext.Provider;
export const PagesWordsProvider = PagesWordsContext.Provider;

/** @throws Error outside a `DoorwayProvider` */
export const useDoorway = (): Doorway => {
  const doorway = useContext(DoorwayContext);
  if (!doorway) throw new Error('There is no DoorwayProvider above');
  return doorway;
};

/** @throws Error in a page that did not come by `later` */
export const usePortal = (): Portal => {
  const doorway = useDoorway();
  const words = useContext(PagesWordsContext);
  if (!words) throw new Error('There is no PagesWordsProvider above');
  return { ...doorway, words: { ...doorway.words, ...words } };
};
