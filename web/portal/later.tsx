import type { ComponentType } from 'preact';
import type { Language } from '../kit/language.ts';
import { later as laterAlone } from '../kit/later.tsx';
import { useSpeech } from '../kit/speech.ts';
import type { PagesWords } from './pages-words/fa.ts';
import { PagesWordsProvider } from './portal.ts';

const WORDS: Readonly<Record<Language, () => Promise<PagesWords>>> = {
  fa: () => import('./pages-words/fa.ts').then(({ fa }) => fa),
  en: () => import('./pages-words/en.ts').then(({ en }) => en),
};

/** A page behind the first: its script and the words of these pages are fetched together when it is first opened. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  const inLanguage = (language: Language) =>
    laterAlone(async () => {
      const [PageItself, words] = await Promise.all([load(), WORDS[language]()]);
      return function PageWithWords(props: Props) {
        return (
          <PagesWordsProvider value={words}>
            <PageItself {...props} />
          </PagesWordsProvider>
        );
      };
    });
  const pages: Partial<Record<Language, ComponentType<Props>>> = {};
  return function Later(props: Props) {
    const { language } = useSpeech();
    pages[language] ??= inLanguage(language);
    const PageInLanguage = pages[language];
    return <PageInLanguage {...props} />;
  };
};
