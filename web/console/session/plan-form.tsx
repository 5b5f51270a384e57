import { useState } from 'preact/hooks';
import { newKey } from '../../api/new-key.ts';
import { Choices } from '../../kit/choices.tsx';
import { Field, Select } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { clockTime } from '../clock-time.ts';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { AmountField, amountIn, ClockField } from '../short-fields.tsx';
import { MODES, modeOf } from './modes.ts';

type PlanFormProps = { readonly official: string; readonly unit: string; readonly planned: () => void };

/** Where, how, when: the slots open with the session. */
export function PlanForm({ official, unit, planned }: PlanFormProps) {
  const { words, call } = useConsole();
  const [key, setKey] = useState(newKey);
  const venues = useAnswer(() => call('list-venues'), [call]);
  const send = (data: FormData) => {
    const slotMinutes = amountIn(data, 'slotMinutes');
    const attendees = optionalText(data, 'attendees');
    return call('plan-session', {
      params: { official },
      idempotencyKey: key,
      body: {
        venue: textOf(data, 'venue'),
        mode: modeOf(textOf(data, 'mode')),
        on: textOf(data, 'on'),
        from: clockTime(textOf(data, 'from')),
        to: clockTime(textOf(data, 'to')),
        ...(slotMinutes !== undefined && { slotMinutes }),
        ...(attendees && { attendees }),
        ...(textOf(data, 'publish') === 'by-hand' && { publish: 'by-hand' as const }),
      },
    });
  };
  const done = () => {
    setKey(newKey());
    planned();
  };
  return (
    <Loaded from={venues}>
      {(listed) => (
        <Form key={key} send={send} done={done} label={words.sessions.plan}>
          <Select
            name="venue"
            label={words.sessions.venue}
            choices={listed.venues.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="mode"
            label={words.sessions.mode}
            value="in-person"
            choices={MODES.map((value) => ({ value, label: words.kit.modes[value] }))}
          />
          <OfficeDaySelect name="on" label={words.sessions.on} unit={unit} />
          <div class="beside">
            <ClockField name="from" label={words.sessions.from} value="09:00" />
            <ClockField name="to" label={words.sessions.to} value="11:00" />
            <AmountField name="slotMinutes" label={words.sessions.slotMinutes} optional />
          </div>
          <Field name="attendees" label={words.sessions.attendees} optional />
          <Choices
            name="publish"
            legend={words.turns.publish.when}
            value="now"
            beside
            items={Object.entries(words.turns.publish.whens).map(([value, label]) => ({ value, label }))}
          />
        </Form>
      )}
    </Loaded>
  );
}
