import { render } from 'preact';
import '../kit/kit.css';
import { isLanguage, type Language } from '../kit/language.ts';
import { chooseScheme, readScheme } from '../kit/scheme.ts';
import { App } from './app.tsx';
import { finishSignIn, isCallback } from './sign-in/oidc.ts';
import type { ConsoleWords } from './words/fa.ts';

const WORDS: Readonly<Record<Language, () => Promise<ConsoleWords>>> = {
  fa: () => import('./words/fa.ts').then(({ fa }) => fa),
  en: () => import('./words/en.ts').then(({ en }) => en),
};

/** `/console/tehran/fa/…`; before a city is chosen, the reader's own language. */
const start = async (): Promise<void> => {
  chooseScheme(readScheme());
  let failed = false;
  if (isCallback()) {
    const returnTo = await finishSignIn().catch(() => undefined);
    failed = returnTo === undefined;
    history.replaceState(null, '', returnTo ?? '/console');
  }
  const [, , cityId, given] = location.pathname.split('/');
  const language: Language = isLanguage(given) ? given : navigator.language.startsWith('fa') ? 'fa' : 'en';
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
  const words = await WORDS[language]();
  const root = document.querySelector('#app');
  root?.replaceChildren();
  if (root) render(<App {...{ cityId: isLanguage(given) ? cityId : undefined, language, words, failed }} />, root);
};

void start();
