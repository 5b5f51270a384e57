import { LinkButton } from '../../kit/button.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Ltr } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';
import { askMine, type Task } from './mine.ts';
import { Mornings } from './mornings.tsx';

/** What is with this person now, the most pressing first, and what they were told in the mornings. */
export function WorkPage() {
  const console = useConsole();
  const { words, base, me } = console;
  const { work } = words.after;
  const mine = useAnswer(() => askMine(console), []);
  return (
    <>
      <PageTitle title={work.title} lead={work.lead} />
      <Loaded from={mine}>
        {(tasks) => (tasks.length === 0 ? <Empty>{work.none}</Empty> : <Tasks tasks={tasks} />)}
      </Loaded>
      {me.permissions.includes('hold-committee') && (
        <p>
          <LinkButton kind="quiet" href={`${base}/escalations`}>
            {words.after.escalations.title}
          </LinkButton>
        </p>
      )}
      <Mornings />
    </>
  );
}

function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const { words, base } = useConsole();
  const { number, moment } = useSpeech();
  const names = useNames();
  const { work, order: say } = words.after;
  return (
    <table class="stacked">
      <caption>{work.title}</caption>
      <thead>
        <tr>
          <th scope="col">{work.kind}</th>
          <th scope="col">{words.after.topic}</th>
          <th scope="col">{work.by}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ key, page, code, order, topic, step, by, isLate, rung }) => (
          <tr key={key}>
            <td data-label={work.kind}>
              <span>
                <a href={base + page}>
                  {order ? words.kit.orderNumber(number(order)) : step && work.steps[step]} {code && <Ltr>{code}</Ltr>}
                </a>{' '}
                {isLate && <Tag kind="danger">{say.late}</Tag>}{' '}
                {rung > 0 && <Tag kind="danger">{words.desk.climbed(number(rung))}</Tag>}
              </span>
            </td>
            <td data-label={words.after.topic}>{names.topic(topic)}</td>
            <td data-label={work.by}>{moment(by)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
