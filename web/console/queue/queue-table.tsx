import type { RequestView } from '../../../contract/request-view.ts';
import { LinkButton } from '../../kit/button.tsx';
import { Ltr } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';

/** The queue as the API orders it: who has an offer already stands before the first place. */
export function QueueTable({ requests }: { requests: readonly RequestView[] }) {
  const { words, base, me } = useConsole();
  const { number, moment } = useSpeech();
  const { queue } = words.turns;
  const mayGive = me.permissions.includes('give-turns');
  const reached = requests.filter(({ status }) => status !== 'waiting').length;
  return (
    <table class="stacked">
      <caption>{queue.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{queue.place}</th>
          <th scope="col">{queue.who}</th>
          <th scope="col">{queue.priority}</th>
          <th scope="col">{queue.since}</th>
          <th scope="col">{queue.promised}</th>
          {mayGive && (
            <th scope="col" class="no-print">
              {queue.act}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {requests.map((request, index) => (
          <tr key={request.id}>
            <td data-label={queue.place}>
              {request.status === 'waiting' ? number(index + 1 - reached) : <Tag>{queue.reached}</Tag>}
            </td>
            <td data-label={queue.who}>
              <a href={`${base}/cases/${request.id}`}>
                <Ltr>{request.code}</Ltr>
              </a>
            </td>
            <td data-label={queue.priority}>
              <Priority request={request} />
            </td>
            <td data-label={queue.since}>{moment(request.submittedAt)}</td>
            <td data-label={queue.promised}>{request.promised?.says}</td>
            {mayGive && (
              <td data-label={queue.act} class="no-print">
                <LinkButton kind="quiet" href={`${base}/cases/${request.id}`}>
                  {queue.turn}
                </LinkButton>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Urgent, of a confirmed class, of one that is only declared, or of none. */
export function Priority({ request: { urgent, priority } }: { request: RequestView }) {
  const { words, city } = useConsole();
  const { queue } = words.turns;
  const nameOf = (id: string) =>
    [...city.priorityClasses, ...city.jumpReasons].find((known) => known.id === id)?.name ?? id;
  if (urgent) return <Tag kind="warning">{words.desk.urgent}</Tag>;
  if (priority?.confirmed) return <Tag kind="success">{nameOf(priority.confirmed)}</Tag>;
  if (priority?.declared) return <>{queue.declared(nameOf(priority.declared))}</>;
  return <span class="hint">{queue.none}</span>;
}
