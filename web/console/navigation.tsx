import { useEffect, useRef } from 'preact/hooks';
import type { Permission } from '../../domain/access.ts';
import { Button } from '../kit/button.tsx';
import { useConsole } from './console.ts';
import { GoTo } from './go-to.tsx';
import { signOut } from './sign-in/oidc.ts';

/** Which page needs which permission; nobody is shown a page that would refuse them. */
const PAGES = [
  ['desk', 'read-case'],
  ['work', 'read-case'],
  ['escalations', 'hold-committee'],
  ['sessions', 'read-sessions'],
  ['orders', 'report-orders'],
  ['calls', 'do-call-tasks'],
  ['committees', 'hold-committee'],
  ['find', 'find-case'],
  ['register', 'register'],
  ['admin', 'manage-city'],
  ['ledger', 'read-audit'],
  ['closure', 'close-office'],
] as const satisfies readonly (readonly [string, Permission])[];

/** Pages that belong to another one. */
const BELOW: Readonly<Record<string, string>> = { posts: 'sessions', cases: 'desk' };

/** Where somebody with these permissions begins. */
export const firstPageOf = (permissions: readonly Permission[]): string | undefined =>
  PAGES.find(([, permission]) => permissions.includes(permission))?.[0];

export function Navigation({ page }: { page: string }) {
  const { words, base, me } = useConsole();
  const [, path = ''] = page.split('/');
  const first = BELOW[path] ?? path;
  const mine = PAGES.filter(([, permission]) => me.permissions.includes(permission)).map(([id]) => ({
    id,
    href: `${base}/${id}`,
    name: words.nav[id],
  }));
  const current = useRef<HTMLAnchorElement>(null);
  // On a phone the row is longer than the window.
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest', inline: 'center' }), [first]);
  return (
    <>
      {mine.map(({ id, href, name }) => (
        <a key={id} href={href} {...(first === id && { ref: current, 'aria-current': 'page' as const })}>
          {name}
        </a>
      ))}
      <span class="who">
        <GoTo pages={mine} />
        <bdi>{me.displayName}</bdi>{' '}
        <Button kind="quiet" onClick={() => void signOut()}>
          {words.signIn.leave}
        </Button>
      </span>
    </>
  );
}
