import type { ReplyOf } from '../../contract/operation.ts';
import type { settleCallTask } from '../../contract/staff/call-task.ts';
import { Choices } from '../kit/choices.tsx';
import { TextArea } from '../kit/field.tsx';
import { Form, optionalText, textOf } from '../kit/form.tsx';
import { Card, SummaryList } from '../kit/lists.tsx';
import { Tag } from '../kit/notice.tsx';
import { useSpeech } from '../kit/speech.ts';
import { useConsole } from './console.ts';
import { UnitList } from './unit-page.tsx';

type CallTask = ReplyOf<typeof settleCallTask>;

/** Whom to call because they cannot be written to, soonest due first. */
export function CallsPage() {
  const { words, call } = useConsole();
  return (
    <UnitList
      title={words.calls.title}
      none={words.calls.none}
      ask={(unit) => call('list-call-tasks', { params: { unit }, query: { limit: 100 } })}
    >
      {(task, again) => <Task key={task.id} task={task} settled={again} />}
    </UnitList>
  );
}

function Task({ task, settled }: { task: CallTask; settled: () => void }) {
  const { words, base, call } = useConsole();
  const { moment } = useSpeech();
  const names: Readonly<Record<string, string>> = words.letters;
  const whys: Readonly<Record<string, string>> = words.calls.why;
  const asks: Readonly<Record<string, string>> = words.calls.asks;
  const send = (data: FormData) => {
    const note = optionalText(data, 'note');
    const result = textOf(data, 'result') === 'told' ? ('told' as const) : ('not-reached' as const);
    return call('settle-call-task', {
      params: { unit: task.unit, task: task.id },
      body: { result, ...(note && { note }) },
    });
  };
  return (
    <Card title={words.calls.about(names[task.about] ?? task.about)}>
      {asks[task.why] && <p>{asks[task.why]}</p>}
      <SummaryList
        rows={[
          { term: words.calls.whyCall, value: whys[task.why] ?? task.why },
          {
            term: words.calls.due,
            value: (
              <>
                {moment(task.dueAt)} {task.overdue && <Tag kind="danger">{words.calls.overdue}</Tag>}
              </>
            ),
          },
        ]}
      />
      <p>
        <a href={`${base}/cases/${task.request}`}>{words.calls.open}</a>
      </p>
      <details>
        <summary>{words.calls.result}</summary>
        <Form send={send} done={settled} label={words.forms.record}>
          <Choices
            name="result"
            legend={words.calls.result}
            items={Object.entries(words.calls.results).map(([value, label]) => ({ value, label }))}
          />
          <TextArea name="note" label={words.calls.note} most={4000} rows={2} optional />
        </Form>
      </details>
    </Card>
  );
}
