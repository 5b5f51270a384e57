import { useEffect, useState } from 'preact/hooks';

const MOVED = 'moved';

let moved = false;
addEventListener('popstate', () => {
  moved = true;
});

/** Whether the reader has gone from one page to another since the app was loaded. */
export const hasMoved = (): boolean => moved;

/** Goes to another page of this app without loading it anew. */
export const navigate = (path: string, { replace = false } = {}): void => {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  moved ||= !replace;
  dispatchEvent(new Event(MOVED));
};

/** Calls `update` now and whenever the reader goes to another page of this app, or back. */
const useMoves = (update: () => void): void => {
  useEffect(() => {
    addEventListener('popstate', update);
    addEventListener(MOVED, update);
    // Something below may have moved on already, before this was listening.
    update();
    return () => {
      removeEventListener('popstate', update);
      removeEventListener(MOVED, update);
    };
  }, []);
};

/** The address as it is now; the component is drawn again whenever it changes. */
export const usePath = (): string => {
  const [path, setPath] = useState(location.pathname);
  useMoves(() => setPath(location.pathname));
  return path;
};

type Query = Readonly<Record<string, string>>;

const queryOf = (search: string): Query => Object.fromEntries(new URLSearchParams(search));

/**
 * What stands behind the `?` of the address, and a way to change it without leaving the page: a list's filters stay with its
 * address, to be kept and sent. What is empty leaves the address.
 */
export const useQuery = (): readonly [query: Query, change: (changes: Query) => void] => {
  const [search, setSearch] = useState(location.search);
  useMoves(() => setSearch(location.search));
  const change = (changes: Query): void => {
    const set = Object.entries({ ...queryOf(location.search), ...changes }).filter(([, value]) => value !== '');
    const address = set.length > 0 ? `${location.pathname}?${new URLSearchParams(set)}` : location.pathname;
    history.replaceState(null, '', address);
    setSearch(location.search);
  };
  return [queryOf(search), change];
};

/** Makes plain links below `base` move inside the app; put it on the root element as `onClick`. */
export const followLinks =
  (base: string) =>
  (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    const isOurs = link.pathname === base || link.pathname.startsWith(`${base}/`);
    if (!isOurs || (link.pathname === location.pathname && link.hash)) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  };
