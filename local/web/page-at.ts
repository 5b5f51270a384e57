/** The files that stand for pages; each app has one for each language. */
type PageFile = '/index.html' | `/${'portal' | 'console'}.${'fa' | 'en'}.html`;

/**
 * Which file answers at a path that is no file itself. The app finds its page by the path, as it does behind the CDN.
 * @returns undefined for what looks like a file, which then is none of ours
 */
export const pageAt = (path: string, acceptLanguage: string): PageFile | undefined => {
  const [, ...parts] = path.split('/');
  if (parts.at(-1)?.includes('.')) return undefined;
  if (path === '/') return '/index.html';
  const app = parts[0] === 'console' ? 'console' : 'portal';
  const said = app === 'console' ? parts[2] : parts[1];
  return `/${app}.${said === 'fa' || said === 'en' ? said : preferred(acceptLanguage)}.html`;
};

const preferred = (acceptLanguage: string): 'fa' | 'en' => (/^\s*fa\b/i.test(acceptLanguage) ? 'fa' : 'en');
