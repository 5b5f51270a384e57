import { toAsciiDigits } from '../../../domain/text.ts';
import { Choices } from '../../kit/choices.tsx';
import { Field, Select } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { useAnswer } from '../../kit/use-answer.tsx';
import { clockTime } from '../clock-time.ts';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { MODES, modeOf } from '../session/modes.ts';
import type { Template } from './listed-template.ts';
import { weekdayName } from './weekday-name.ts';

type TemplateFormProps = {
  readonly unit: string;
  readonly official: string;
  /** The one that is changed; a new one, if it is absent. */
  readonly template?: Template;
  readonly saved: () => void;
};

/** ISO days in the order of a Persian week, which begins on Saturday, or of any other. */
const WEEK = { fa: [6, 7, 1, 2, 3, 4, 5], en: [1, 2, 3, 4, 5, 6, 7] } as const;

/** The rule of a template. What is planned already stays as it is; exceptions are kept. */
export function TemplateForm({ unit, official, template, saved }: TemplateFormProps) {
  const { words, language, call } = useConsole();
  const venues = useAnswer(() => call('list-venues'), [call]);
  const { templates } = words.turns;
  const { sessions } = words;
  const send = (data: FormData) => {
    const id = template?.id ?? textOf(data, 'template');
    return call('put-session-template', { params: { official, template: id }, body: bodyIn(data, template) });
  };
  const amount = (name: string, label: string, value: number) => (
    <Field name={name} label={label} value={String(value)} direction="ltr" inputMode="numeric" size={4} />
  );
  return (
    <Form send={send} done={saved} label={templates.save}>
      {!template && (
        <Field name="template" label={templates.name} hint={templates.nameHint} direction="ltr" size={24} />
      )}
      <Choices
        name="weekdays"
        legend={templates.weekdays}
        many
        chosen={template?.weekdays.map(String) ?? []}
        items={WEEK[language].map((day) => ({ value: String(day), label: weekdayName(day, language) }))}
      />
      {amount('everyWeeks', templates.every, template?.everyWeeks ?? 1)}
      <Field name="from" label={sessions.from} value={template?.from ?? '09:00'} direction="ltr" size={6} />
      <Field name="to" label={sessions.to} value={template?.to ?? '11:00'} direction="ltr" size={6} />
      <Select
        key={String(venues.answer?.agreed)}
        name="venue"
        label={sessions.venue}
        value={template?.venue}
        choices={
          venues.answer?.agreed ? venues.answer.value.venues.map(({ id, name }) => ({ value: id, label: name })) : []
        }
      />
      <Select
        name="mode"
        label={sessions.mode}
        value={template?.mode ?? 'in-person'}
        choices={MODES.map((value) => ({ value, label: words.kit.modes[value] }))}
      />
      {amount('slotMinutes', sessions.slotMinutes, template?.slotMinutes ?? 10)}
      {amount('urgentSlots', templates.urgentSlots, template?.urgentSlots ?? 2)}
      {amount('walkInSlots', templates.walkInSlots, template?.walkInSlots ?? 1)}
      {!template && <OfficeDaySelect name="validFrom" label={templates.from} unit={unit} />}
    </Form>
  );
}

const bodyIn = (data: FormData, template: Template | undefined) => {
  const amount = (name: string) => Number(toAsciiDigits(textOf(data, name)));
  const { breaks = [], attendees = [], exceptions = [], publishDaysAhead } = template ?? {};
  return {
    weekdays: data.getAll('weekdays').map(Number),
    everyWeeks: amount('everyWeeks'),
    from: clockTime(textOf(data, 'from')),
    to: clockTime(textOf(data, 'to')),
    venue: textOf(data, 'venue'),
    mode: modeOf(textOf(data, 'mode')),
    slotMinutes: amount('slotMinutes'),
    urgentSlots: amount('urgentSlots'),
    walkInSlots: amount('walkInSlots'),
    validFrom: template?.validFrom ?? optionalText(data, 'validFrom') ?? '',
    ...{ breaks, attendees, exceptions },
    ...(publishDaysAhead && { publishDaysAhead }),
  };
};
