import type { Plugin, Rolldown } from 'vite';
import { LANGUAGES, type Language } from '../kit/language.ts';

/** What each language's page says before any script has run. */
type PageWords = {
  readonly title: string;
  readonly lead: string;
  readonly needsScript: string;
  readonly orCall?: string;
};
type App = { readonly name: string; readonly words: Readonly<Record<Language, PageWords>> };

/**
 * From `portal/index.html` makes `portal.fa.html` and `portal.en.html`: language, direction and first words are right
 * before the script arrives, and the words' script is asked for together with the app's.
 */
export const languagePages = (apps: readonly App[]): Plugin => ({
  name: 'language-pages',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const app of apps) {
      const template = htmlOf(bundle, `${app.name}/index.html`);
      for (const language of LANGUAGES) {
        const source = inLanguage(template, language, app.words[language], wordsScript(bundle, app.name, language));
        this.emitFile({ type: 'asset', fileName: `${app.name}.${language}.html`, source });
      }
      delete bundle[`${app.name}/index.html`];
    }
  },
});

const htmlOf = (bundle: Rolldown.OutputBundle, fileName: string): string => {
  const asset = bundle[fileName];
  if (asset?.type !== 'asset') throw new Error(`${fileName} was not built`);
  return textOf(asset);
};

const textOf = ({ source }: Rolldown.OutputAsset): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source);

const wordsScript = (bundle: Rolldown.OutputBundle, app: string, language: Language): string => {
  const chunk = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(`/${app}/words/${language}.ts`),
  );
  if (!chunk) throw new Error(`The words of ${app} in ${language} are not a script of their own`);
  return chunk.fileName;
};

const inLanguage = (template: string, language: Language, words: PageWords, script: string): string =>
  template
    .replace('lang="en" dir="ltr"', `lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}"`)
    .replaceAll('{{title}}', words.title)
    .replace('{{lead}}', words.lead)
    .replace('{{needsScript}}', words.needsScript)
    .replace('{{orCall}}', words.orCall ?? '')
    .replace('</head>', `  <link rel="modulepreload" crossorigin href="/${script}">\n  </head>`);
