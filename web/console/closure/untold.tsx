import type { ReplyOf } from '../../../contract/operation.ts';
import type { listCallTasks } from '../../../contract/staff/call-task.ts';
import type { Answered } from '../../api/client.ts';
import { Card } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { type Console, useConsole } from '../console.ts';
import { useMyUnits } from '../my-units.tsx';

type Call = ReplyOf<typeof listCallTasks>['items'][number];
type Calls = { readonly unit: string; readonly name: string; readonly calls: readonly Call[] };

/** Who could not be told of a closure, or was in the building: calls for the clerks of the unit, or of all if the city closed. */
export function Untold({ unit }: { unit: string | undefined }) {
  const { words, me } = useConsole();
  const { asked, units } = useMyUnits();
  const { closure } = words.turns;
  if (!me.permissions.includes('do-call-tasks')) return null;
  return (
    <Card title={closure.untold}>
      <Loaded from={asked}>
        {() => <Units units={units.filter(({ id }) => unit === undefined || id === unit)} />}
      </Loaded>
    </Card>
  );
}

function Units({ units }: { units: readonly { readonly id: string; readonly name: string }[] }) {
  const { words, base, call } = useConsole();
  const { moment } = useSpeech();
  const { closure } = words.turns;
  const listed = useAnswer(() => askCalls(call, units), []);
  return (
    <Loaded from={listed}>
      {(withCalls) =>
        withCalls.length === 0 ? (
          <p>{closure.untoldNone}</p>
        ) : (
          withCalls.map(({ unit, name, calls }) => (
            <section key={unit}>
              <h3>
                <a href={`${base}/calls?unit=${unit}`}>{closure.untoldCall(name)}</a>
              </h3>
              <ul>
                {calls.map(({ id, request, dueAt }) => (
                  <li key={id}>
                    <a href={`${base}/cases/${request}`}>{words.calls.open}</a>{' '}
                    <span class="hint">
                      {words.calls.due}: {moment(dueAt)}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))
        )
      }
    </Loaded>
  );
}

/** The calls that a closure has left to be made, of those units that have any. */
const askCalls = async (
  call: Console['call'],
  units: readonly { readonly id: string; readonly name: string }[],
): Promise<Answered<readonly Calls[]>> => {
  const query = { limit: 100 };
  const lists = await Promise.all(units.map(({ id }) => call('list-call-tasks', { params: { unit: id }, query })));
  const lost = lists.find((one) => !one.agreed && one.problem.type === 'unreachable');
  if (lost && !lost.agreed) return lost;
  const all = units.map(({ id, name }, index) => {
    const listed = lists[index];
    const calls = listed?.agreed ? listed.value.items.filter(({ about }) => about === 'closure') : [];
    return { unit: id, name, calls };
  });
  return { agreed: true, value: all.filter(({ calls }) => calls.length > 0) };
};
