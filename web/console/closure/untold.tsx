import { Card } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';

/** Who could not be told of a closure, or was in the building: calls for the unit's clerk. */
export function Untold({ unit }: { unit: string }) {
  const { words, me } = useConsole();
  const { closure } = words.turns;
  if (!me.permissions.includes('do-call-tasks')) return null;
  return (
    <Card title={closure.untold}>
      <Calls unit={unit} />
    </Card>
  );
}

function Calls({ unit }: { unit: string }) {
  const { words, base, call } = useConsole();
  const { moment } = useSpeech();
  const { closure } = words.turns;
  const listed = useAnswer(() => call('list-call-tasks', { params: { unit }, query: { limit: 100 } }), [unit]);
  return (
    <Loaded from={listed}>
      {({ items }) => {
        const calls = items.filter(({ about }) => about === 'closure');
        if (calls.length === 0) return <p>{closure.untoldNone}</p>;
        return (
          <>
            <p>
              <a href={`${base}/calls`}>{closure.untoldCall}</a>
            </p>
            <ul class="rows">
              {calls.map(({ id, request, dueAt }) => (
                <li key={id}>
                  <a href={`${base}/cases/${request}`}>{words.calls.open}</a>{' '}
                  <span class="hint">
                    {words.calls.due} {moment(dueAt)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}
