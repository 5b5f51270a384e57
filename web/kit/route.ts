/** What stands in an address for the names of a pattern: `/requests/:id` has an `id`. */
type ParamsOf<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Readonly<Record<Name, string>> & ParamsOf<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Readonly<Record<Name, string>>
    : unknown;

/** What is drawn for each route of an app; a route without a page does not compile. */
export type Pages<Route extends string> = { readonly [Each in Route]: (params: ParamsOf<Each>) => preact.JSX.Element };

/** Draws the page of the first route that an address follows; `*` takes every address. */
export const pageAt = <Route extends string>(
  routes: readonly Route[],
  pages: Pages<Route>,
  path: string,
): preact.JSX.Element | null => {
  for (const route of routes) {
    const params = paramsIn(route, path);
    // The parameters were read by the very pattern that names their type.
    if (params) return pages[route](params as ParamsOf<Route>);
  }
  return null;
};

/** The values at the names of a pattern; undefined if the address does not follow it. */
export const paramsIn = (route: string, path: string): Readonly<Record<string, string>> | undefined => {
  if (route === '*') return {};
  const names = partsOf(route);
  const values = partsOf(path);
  const follows =
    names.length === values.length && names.every((name, index) => name.startsWith(':') || name === values[index]);
  if (!follows) return undefined;
  return Object.fromEntries(
    names.flatMap((name, index) => (name.startsWith(':') ? [[name.slice(1), values[index] ?? '']] : [])),
  );
};

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
