import { say } from '../../domain/local-text.ts';
import { sayDigits } from '../../domain/say-time.ts';
import type { ListedCity } from './listed-city.ts';

/** The portal's page of no city in particular, in the languages in which it was built. */
type BuiltPages = (path: string) => string | undefined;

const TITLE = /<(title|h1)>[^<]*</g;
/** Where a city's own lines go; the build writes the sentence that leads to its telephone numbers between the marks. */
const MARK = /<!--city (.*?)-->/;

/**
 * The portal's pages of each city, by the path at which `pageAt` finds them: whoever reads them before the scripts run, or
 * without any, sees whose service this is and whom to call instead.
 */
export const cityPages = (cities: readonly ListedCity[], built: BuiltPages): [path: string, html: string][] =>
  cities.flatMap((city) =>
    city.locales.flatMap((language): [string, string][] => {
      const html = built(`/portal.${language}.html`);
      return html === undefined ? [] : [[`/cities/${city.id}.${language}.html`, cityPage(html, city, language)]];
    }),
  );

const cityPage = (html: string, { service, authority, contacts }: ListedCity, language: string): string =>
  html
    .replace(TITLE, (_, element: string) => `<${element}>${escaped(say(service, language))}<`)
    .replace(MARK, (_, orCall: string) => {
      const lines = contacts.map(
        ({ name, number }) =>
          `<li>${escaped(say(name, language))}: <a href="tel:${escaped(number.replace(/\s/g, ''))}"><bdi dir="ltr">${escaped(sayDigits(number, { locale: language }))}</bdi></a></li>`,
      );
      return `<p><strong>${escaped(say(authority, language))}</strong></p><p>${orCall}</p><ul>${lines.join('')}</ul>`;
    });

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
