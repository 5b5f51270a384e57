import { useState } from 'preact/hooks';
import { newKey } from '../../api/new-key.ts';
import { Select } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { navigate } from '../../kit/router.ts';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { clockTime } from '../clock-time.ts';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { ClockField } from '../short-fields.tsx';
import { UnitPage } from '../unit-page.tsx';
import { CommitteeState } from './committee-state.tsx';

/** The committees of a unit, newest first, and the plan for another. */
export function CommitteesPage() {
  const { committee } = useConsole().words.after;
  return <UnitPage title={committee.title}>{(unit) => <OfUnit key={unit} unit={unit} />}</UnitPage>;
}

function OfUnit({ unit }: { unit: string }) {
  const { words, base, call } = useConsole();
  const { committee: say } = words.after;
  const listed = useAnswer(() => call('list-committees', { params: { unit } }), [unit]);
  return (
    <>
      <Loaded from={listed}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say.none}</Empty>
          ) : (
            <ul class="rows">
              {items.map((committee) => (
                <li key={committee.id} class="card">
                  <a href={`${base}/committees/${committee.id}`}>{committee.says}</a>{' '}
                  <CommitteeState committee={committee} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <PlanForm unit={unit} />
    </>
  );
}

const OFTEN = ['1', '2', '4', '0'] as const;

function PlanForm({ unit }: { unit: string }) {
  const { words, base, call } = useConsole();
  const { number } = useSpeech();
  const { committee: say } = words.after;
  const [key] = useState(newKey);
  const nameOf = (weeks: (typeof OFTEN)[number]) => {
    if (weeks === '0') return say.once;
    return weeks === '1' ? say.weekly : say.weeks(number(Number(weeks)));
  };
  const send = (data: FormData) =>
    call('plan-committee', {
      params: { unit },
      body: {
        on: textOf(data, 'on'),
        from: clockTime(textOf(data, 'from')),
        to: clockTime(textOf(data, 'to')),
        everyWeeks: Number(textOf(data, 'everyWeeks')),
      },
      idempotencyKey: key,
    });
  return (
    <Card title={say.plan}>
      <Form send={send} done={({ id }) => navigate(`${base}/committees/${id}`)} label={say.plan}>
        <p class="hint">{say.attendeesHint}</p>
        <OfficeDaySelect name="on" label={say.on} unit={unit} />
        <div class="beside">
          <ClockField name="from" label={say.from} value="09:00" />
          <ClockField name="to" label={say.to} value="11:00" />
        </div>
        <Select
          name="everyWeeks"
          label={say.every}
          value="1"
          choices={OFTEN.map((weeks) => ({ value: weeks, label: nameOf(weeks) }))}
        />
      </Form>
    </Card>
  );
}
