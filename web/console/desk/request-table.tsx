import type { RequestView } from '../../../contract/request-view.ts';
import { Ltr } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';

/** Requests under each other; on a phone each row becomes a small card. */
export function RequestTable({ caption, requests }: { caption: string; requests: readonly RequestView[] }) {
  const { words, base } = useConsole();
  const { number, moment } = useSpeech();
  const names = useNames();
  const { desk } = words;
  return (
    <table class="stacked">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{desk.code}</th>
          <th scope="col">{desk.topic}</th>
          <th scope="col">{desk.status}</th>
          <th scope="col">{desk.holder}</th>
          <th scope="col">{desk.deadline}</th>
          <th scope="col">{desk.submitted}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr key={request.id}>
            <td data-label={desk.code}>
              <a href={`${base}/cases/${request.id}`}>
                <Ltr>{request.code}</Ltr>
              </a>
            </td>
            <td data-label={desk.topic}>{names.topic(request.topic)}</td>
            <td data-label={desk.status}>
              <Tag>{words.kit.statuses[request.status]}</Tag>{' '}
              {request.urgent && <Tag kind="warning">{desk.urgent}</Tag>}{' '}
              {request.rung > 0 && <Tag kind="danger">{desk.climbed(number(request.rung))}</Tag>}
            </td>
            <td data-label={desk.holder}>{request.next.owner.says}</td>
            <td data-label={desk.deadline}>{request.next.deadline.says}</td>
            <td data-label={desk.submitted}>{moment(request.submittedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
