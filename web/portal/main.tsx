import { render } from 'preact';
import '../kit/kit.css';
import './portal.css';
import { isLanguage, type Language } from '../kit/language.ts';
import { chooseScheme, readScheme } from '../kit/scheme.ts';
import { App } from './app.tsx';
import type { DoorwayWords } from './words/fa.ts';

const WORDS: Readonly<Record<Language, () => Promise<DoorwayWords>>> = {
  fa: () => import('./words/fa.ts').then(({ fa }) => fa),
  en: () => import('./words/en.ts').then(({ en }) => en),
};

/** `/tehran/fa/…` → the city and the language; an address without a language gets the reader's own. */
const start = async (): Promise<void> => {
  chooseScheme(readScheme());
  const [, cityId = '', given] = location.pathname.split('/');
  const language: Language = isLanguage(given) ? given : navigator.language.startsWith('fa') ? 'fa' : 'en';
  if (!isLanguage(given)) history.replaceState(null, '', `/${cityId}/${language}`);
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
  const words = await WORDS[language]();
  const root = document.querySelector('#app');
  root?.replaceChildren();
  if (root) render(<App {...{ cityId, language, words }} />, root);
};

void start();
