import { useState } from 'preact/hooks';
import { Select } from '../../kit/field.tsx';
import { Card } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { UnitPage } from '../unit-page.tsx';
import { PlanForm } from './plan-form.tsx';

/** The sessions ahead of each official of a unit, and the form to plan one more. */
export function SessionsPage() {
  const { words } = useConsole();
  return <UnitPage title={words.sessions.title}>{(unit) => <OfUnit key={unit} unit={unit} />}</UnitPage>;
}

function OfUnit({ unit }: { unit: string }) {
  const { words, ask } = useConsole();
  const [chosen, choose] = useState<string>();
  const officials = useAnswer(() => ask('list-officials', { params: { unit } }), [unit]);
  return (
    <Loaded from={officials}>
      {({ officials: all }) => {
        const official = chosen ?? all[0]?.id;
        return (
          <>
            {all.length > 1 && (
              <Select
                name="official"
                label={words.sessions.official}
                value={official}
                onChoose={choose}
                choices={all.map(({ id, title }) => ({ value: id, label: title }))}
              />
            )}
            {official && (
              <OfOfficial
                key={official}
                official={official}
                unit={unit}
                title={all.find(({ id }) => id === official)?.title ?? ''}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

type OfOfficialProps = { readonly official: string; readonly unit: string; readonly title: string };

function OfOfficial({ official, unit, title }: OfOfficialProps) {
  const { words, base, call, me } = useConsole();
  const { number } = useSpeech();
  const ahead = useAnswer(() => call('list-sessions', { params: { official } }), [official]);
  return (
    <div class="columns">
      <Card title={title}>
        <Loaded from={ahead}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{words.sessions.none}</Empty>
            ) : (
              <ul class="rows">
                {items.map(({ id, says, mode, slots, cancelledAt }) => (
                  <li key={id}>
                    <a href={`${base}/sessions/${id}`}>{says}</a>{' '}
                    <span class="hint">
                      {words.kit.modes[mode]} · {words.sessions.slots(number(slots))}
                    </span>{' '}
                    {cancelledAt && <Tag kind="danger">{words.sessions.cancelled}</Tag>}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      {me.permissions.includes('plan-sessions') && (
        <Card title={words.sessions.plan}>
          <PlanForm official={official} unit={unit} planned={ahead.again} />
        </Card>
      )}
    </div>
  );
}
