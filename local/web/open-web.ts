import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { cityPages } from '../../contract/pages/city-pages.ts';
import { listedCity } from '../../contract/pages/listed-city.ts';
import { pageAt } from '../../contract/pages/page-at.ts';
import { cachingOf, pageHeaders } from '../../contract/pages/page-headers.ts';
import type { CityData } from '../../domain/city.ts';
import { BUNDLES, buildWhenStale } from './build-when-stale.ts';

/** Where and as which client the console signs staff in; it comes back to `/console`. */
type SignIn = { readonly issuer: string; readonly clientId: string };
type Pages = (req: IncomingMessage, res: ServerResponse) => void;

type WebFile = { readonly body: Buffer; readonly type: string };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** The portal and the console of these cities, built first where that is needed; mount them at `/`. */
export const openWeb = async (cities: readonly Pick<CityData, 'city'>[]): Promise<(signIn: SignIn) => Pages> => {
  await buildWhenStale();
  const listed = cities.map(({ city }) => listedCity(city));
  const built = new Map(builtFiles());
  const ofCities = cityPages(listed, (path) => built.get(path)?.body.toString());
  for (const [path, html] of ofCities) built.set(path, { body: Buffer.from(html), type: TYPES['.html'] ?? '' });
  const ids = listed.map(({ id }) => id);
  return (signIn) =>
    pagesOf(
      new Map([...built, ['/config.json', json({ cities: listed })], ['/console/config.json', json(signIn)]]),
      ids,
      pageHeaders(),
      new URL(signIn.issuer).origin,
    );
};

const pagesOf =
  (files: ReadonlyMap<string, WebFile>, cities: readonly string[], headers: OutgoingHttpHeaders, home: string): Pages =>
  (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
      return;
    }
    // Sign-in and bucket know the pages by one name only.
    if (req.headers.host?.startsWith('localhost')) {
      res.writeHead(302, { ...headers, location: home + (req.url ?? '/') }).end();
      return;
    }
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    const file = files.get(path) ?? files.get(pageAt(path, req.headers['accept-language'] ?? '', cities) ?? '');
    if (!file) {
      res.writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    res.writeHead(200, {
      ...headers,
      'content-type': file.type,
      'content-length': file.body.length,
      'cache-control': cachingOf(path),
      vary: 'accept-language',
    });
    res.end(req.method === 'HEAD' ? undefined : file.body);
  };

/** All of them together weigh less than a photograph, so they are kept in memory, and no path can lead elsewhere. */
const builtFiles = (): [string, WebFile][] =>
  readdirSync(BUNDLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.') && extname(name) in TYPES)
    .map((name) => [
      `/${name.replaceAll('\\', '/')}`,
      { body: readFileSync(join(BUNDLES, name)), type: TYPES[extname(name)] ?? '' },
    ]);

const json = (value: unknown): WebFile => ({ body: Buffer.from(JSON.stringify(value)), type: TYPES['.json'] ?? '' });
