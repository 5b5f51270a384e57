import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AdminWords } from './words/fa.ts';

const WordsContext = createContext<AdminWords | undefined>(undefined);
export const AdminWordsProvider = WordsContext.Provider;

/**
 * The words of the pages on which a city is administered; they come with those pages.
 * @throws Error outside an `AdminWordsProvider`
 */
export const useAdminWords = (): AdminWords => {
  const words = useContext(WordsContext);
  if (!words) throw new Error('There is no AdminWordsProvider above');
  return words;
};
