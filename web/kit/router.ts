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

/** The address as it is now; the component is drawn again whenever it changes. */
export const usePath = (): string => {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const update = () => setPath(location.pathname);
    addEventListener('popstate', update);
    addEventListener(MOVED, update);
    // Something below may have moved on already, before this was listening.
    update();
    return () => {
      removeEventListener('popstate', update);
      removeEventListener(MOVED, update);
    };
  }, []);
  return path;
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
