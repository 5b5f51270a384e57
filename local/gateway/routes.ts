export type Route = {
  /** An HTTP method, or `ANY`. */
  method: string;
  /** `/v1/{city}/requests/{id}`; a last segment `{proxy+}` takes the rest of the path. */
  path: string;
  /** The name of a handler given to the gateway. */
  handler: string;
  /** Calls without a valid token are refused with 401 before the handler sees them. */
  authorizer?: 'jwt' | undefined;
};

export type Match = { route: Route; pathParameters: Record<string, string> };

/** A path that is not valid percent-encoding; API Gateway refuses it with 400. */
export class MalformedPath extends Error {}

/**
 * Finds the route of a call as an HTTP API does: the most specific one wins, segment by segment (a word before
 * `{name}` before `{rest+}`), then an exact method before `ANY`.
 */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const ranked = [...routes].sort((a, b) => compare(rank(a), rank(b)));
  return (method, path) => {
    const segments = path.split('/').map(decode);
    for (const route of ranked) {
      if (route.method !== 'ANY' && route.method !== method) continue;
      const pathParameters = matchPath(route.path.split('/'), segments);
      if (pathParameters) return { route, pathParameters };
    }
    return undefined;
  };
}

function matchPath(pattern: string[], segments: string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index];
    if (segment === undefined) return undefined;
    const name = /^\{(.+?)(\+?)\}$/.exec(part);
    if (!name) {
      if (part !== segment) return undefined;
    } else if (segment === '') return undefined;
    else if (name[2] === '+') return { ...found, [name[1] ?? '']: segments.slice(index).join('/') };
    else found[name[1] ?? ''] = segment;
  }
  return pattern.length === segments.length ? found : undefined;
}

/** Sorts as text: 0 for a word, 1 for `{name}`, 2 for `{rest+}`, one digit per segment, then the method. */
function rank(route: Route): string {
  const kinds = route.path.split('/').map((part) => (part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0'));
  return `${kinds.join('')} ${route.method === 'ANY' ? 1 : 0}`;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Percent-decodes, or throws `MalformedPath`. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MalformedPath(text);
  }
}
