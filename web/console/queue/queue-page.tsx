import type { listOfficials } from '../../../contract/citizen/city.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { both } from '../../kit/both.ts';
import { SummaryList } from '../../kit/lists.tsx';
import { Empty } from '../../kit/states.tsx';
import { Loaded } from '../../kit/use-answer.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useConsole } from '../console.ts';
import { PostPage } from '../post/post-page.tsx';
import { QueueTable } from './queue-table.tsx';

type Official = ReplyOf<typeof listOfficials>['officials'][number];

const LOOK_EVERY_SECONDS = 30;

/** Who waits for an official, in the order in which turns are given, and the published rule of that order. */
export function QueuePage({ unit, official }: { unit: string; official: string }) {
  const { words, call, ask } = useConsole();
  const params = { pile: 'queue', of: official } as const;
  const asked = useLive(
    () => both(call('list-desk', { params, query: { limit: 100 } }), ask('list-officials', { params: { unit } })),
    [unit, official],
    LOOK_EVERY_SECONDS,
  );
  return (
    <PostPage unit={unit} official={official} part="queue">
      <Loaded from={asked}>
        {([{ items }, { officials }]) => {
          const post = officials.find(({ id }) => id === official);
          return (
            <>
              {post && <Rule post={post} />}
              {items.length === 0 ? <Empty>{words.turns.queue.empty}</Empty> : <QueueTable requests={items} />}
            </>
          );
        }}
      </Loaded>
    </PostPage>
  );
}

/** As citizens read it too. */
function Rule({ post: { allocation } }: { post: Official }) {
  const { words, city } = useConsole();
  const { queue } = words.turns;
  const byClass = allocation === 'priority-classes';
  return (
    <>
      <SummaryList
        rows={[
          { term: queue.rule, value: queue.rules[allocation] },
          {
            term: queue.classes,
            value: byClass && (
              <ol class="rows">
                {city.priorityClasses.map(({ id, name, evidence }) => (
                  <li key={id}>
                    {name} <span class="hint">{evidence}</span>
                  </li>
                ))}
              </ol>
            ),
          },
        ]}
      />
      {byClass && <p class="hint">{queue.classCounts}</p>}
      {allocation === 'draw' && <p class="hint">{queue.drawHint}</p>}
    </>
  );
}
