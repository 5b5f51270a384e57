import type { ComponentType } from 'preact';
import type { Language } from '../../kit/language.ts';
import { later as laterAlone } from '../../kit/later.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { AdminWordsProvider } from './admin.ts';
import type { AdminWords } from './words/fa.ts';

const WORDS: Readonly<Record<Language, () => Promise<AdminWords>>> = {
  fa: () => import('./words/fa.ts').then(({ fa }) => fa),
  en: () => import('./words/en.ts').then(({ en }) => en),
};

/** A page of the administration: its script and its words are fetched together when it is first opened. */
export const laterAdmin = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  const inLanguage = (language: Language) =>
    laterAlone(async () => {
      const [PageItself, words] = await Promise.all([load(), WORDS[language]()]);
      return function PageWithWords(props: Props) {
        return (
          <AdminWordsProvider value={words}>
            <PageItself {...props} />
          </AdminWordsProvider>
        );
      };
    });
  const pages: Partial<Record<Language, ComponentType<Props>>> = {};
  return function LaterAdmin(props: Props) {
    const { language } = useSpeech();
    pages[language] ??= inLanguage(language);
    const PageInLanguage = pages[language];
    return <PageInLanguage {...props} />;
  };
};
