import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

type Handle = (req: IncomingMessage, res: ServerResponse) => unknown;

/** Sends each call to the part below whose path it lies; the most specific path wins, `/` takes the rest. */
export const mount = (parts: Readonly<Record<string, Handle>>): RequestListener => {
  const paths = Object.keys(parts).toSorted((a, b) => b.length - a.length);
  return (req, res) => {
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    const below = paths.find((prefix) => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`));
    parts[below ?? '/']?.(req, res);
  };
};
