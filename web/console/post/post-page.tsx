import type { ComponentChildren } from 'preact';
import type { Permission } from '../../../domain/access.ts';
import { Select } from '../../kit/field.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { navigate } from '../../kit/router.ts';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { UnitSelect, useMyUnits } from '../my-units.tsx';

/** What there is to see of a post, where it is, and who may see it. */
const PARTS = {
  sessions: ['read-sessions', (unit, official) => `/posts/${unit}/${official}/list`],
  queue: ['read-case', (unit, official) => `/desk/${unit}/queue/${official}`],
  templates: ['read-sessions', (unit, official) => `/posts/${unit}/${official}/templates`],
  absences: ['plan-sessions', (unit, official) => `/posts/${unit}/${official}/absences`],
  ledger: ['read-audit', (_, official) => `/ledger/${official}`],
} as const satisfies Record<string, readonly [Permission, (unit: string, official: string) => string]>;
type Part = keyof typeof PARTS;

type PostPageProps = {
  readonly unit: string;
  readonly official: string;
  readonly part: Part;
  readonly children: ComponentChildren;
};

/** A page about a post, with the way to its other pages and to the same page of other posts. */
export function PostPage({ unit, official, part, children }: PostPageProps) {
  const { words, base, ask, me } = useConsole();
  const { units } = useMyUnits();
  const listed = useAnswer(() => ask('list-officials', { params: { unit } }), [unit]);
  const officials = listed.answer?.agreed ? listed.answer.value.officials : [];
  const { post } = words.turns;
  const names = (Object.keys(PARTS) as Part[]).filter((name) => me.permissions.includes(PARTS[name][0]));
  const goTo = async (other: string) => {
    const there = await ask('list-officials', { params: { unit: other } });
    const [first] = there.agreed ? there.value.officials : [];
    if (first) navigate(base + PARTS[part][1](other, first.id));
  };
  return (
    <>
      <PageTitle title={post[part]} lead={officials.find(({ id }) => id === official)?.title ?? ''} />
      <div class="beside">
        <UnitSelect units={units} unit={unit} choose={(other) => void goTo(other)} />
        {officials.length > 1 && (
          <Select
            name="shown-official"
            label={words.sessions.official}
            value={official}
            onChoose={(other) => other && navigate(base + PARTS[part][1](unit, other))}
            choices={officials.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </div>
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
