/**
 * Which file answers at a path that is no file itself; the app then finds its page by the path. One rule for the CDN, into
 * which its source is written word for word, and for `npm start`; so it keeps to what the CDN's small runtime knows.
 *
 * @param cities those whose portal has pages of its own (`city-pages.ts`)
 * @returns undefined for what looks like a file
 */
export function pageAt(path: string, acceptLanguage: string, cities: readonly string[]): string | undefined {
  const parts = path.split('/');
  const last = parts[parts.length - 1];
  const app = parts[1] === 'console' ? 'console' : 'portal';
  const said = app === 'console' ? parts[3] : parts[2];
  const isPage = said === 'fa' || said === 'en';
  // A page may be named after an account, such as `clerk.d06`; files stand below no language.
  if (!isPage && last !== undefined && last.indexOf('.') >= 0) return undefined;
  if (path === '/') return '/index.html';
  const preferred = /^\s*fa\b/i.test(acceptLanguage) ? 'fa' : 'en';
  const language = isPage ? said : preferred;
  const city = parts[1];
  if (city !== undefined && cities.indexOf(city) >= 0) return `/cities/${city}.${language}.html`;
  return `/${app}.${language}.html`;
}
