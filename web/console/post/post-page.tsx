import type { ComponentChildren } from 'preact';
import type { Permission } from '../../../domain/access.ts';
import { PageTitle } from '../../kit/layout.tsx';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';

/** What there is to see of a post, where it is, and who may see it. */
const PARTS = {
  sessions: ['read-sessions', (unit, official) => `/posts/${unit}/${official}/sessions`],
  queue: ['read-case', (unit, official) => `/desk/${unit}/queue/${official}`],
  templates: ['read-sessions', (unit, official) => `/posts/${unit}/${official}/templates`],
  absences: ['plan-sessions', (unit, official) => `/posts/${unit}/${official}/absences`],
  ledger: ['read-audit', (_unit, official) => `/ledger/${official}`],
} as const satisfies Record<string, readonly [Permission, (unit: string, official: string) => string]>;
type Part = keyof typeof PARTS;

type PostPageProps = {
  readonly unit: string;
  readonly official: string;
  readonly part: Part;
  readonly children: ComponentChildren;
};

/** A page about a post, with the way to its other pages. */
export function PostPage({ unit, official, part, children }: PostPageProps) {
  const { words, base, ask, me } = useConsole();
  const listed = useAnswer(() => ask('list-officials', { params: { unit } }), [unit]);
  const known = listed.answer?.agreed ? listed.answer.value.officials : [];
  const { post } = words.turns;
  const names = (Object.keys(PARTS) as Part[]).filter((name) => me.permissions.includes(PARTS[name][0]));
  return (
    <>
      <PageTitle
        title={post[part]}
        lead={known.find(({ id }) => id === official)?.title ?? ''}
        back={<a href={`${base}/sessions`}>{words.sessions.title}</a>}
      />
      <nav class="tabs" aria-label={post.tabs}>
        {names.map((name) => (
          <a
            key={name}
            href={base + PARTS[name][1](unit, official)}
            {...(name === part && { 'aria-current': 'page' as const })}
          >
            {post[name]}
          </a>
        ))}
      </nav>
      {children}
    </>
  );
}
