import { Choices } from '../../kit/choices.tsx';
import { Field, Select, TextArea } from '../../kit/field.tsx';
import { Form, optionalText, textOf, wrongField } from '../../kit/form.tsx';
import { useAnswer } from '../../kit/use-answer.tsx';
import { clockTime } from '../clock-time.ts';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { MODES, modeOf } from '../session/modes.ts';
import { AmountField, amountIn, ClockField, useFigures } from '../short-fields.tsx';
import { weekdayChoices } from '../weekdays.ts';
import { readBreaks, writeBreaks } from './breaks.ts';
import type { Template } from './listed-template.ts';

type TemplateFormProps = {
  readonly unit: string;
  readonly official: string;
  /** The one that is changed; a new one, if it is absent. */
  readonly template?: Template;
  readonly saved: () => void;
};

/** The rule of a template. What is planned already stays as it is; exceptions are kept. */
export function TemplateForm({ unit, official, template, saved }: TemplateFormProps) {
  const { words, language, call } = useConsole();
  const figures = useFigures();
  const venues = useAnswer(() => call('list-venues'), [call]);
  const { templates } = words.turns;
  const { sessions } = words;
  const send = async (data: FormData) => {
    const id = template?.id ?? textOf(data, 'template');
    const breaks = readBreaks(textOf(data, 'breaks'));
    if (!breaks) return wrongField('breaks', templates.breaksWrong);
    const body = { ...bodyIn(data, template), breaks };
    return call('put-session-template', { params: { official, template: id }, body });
  };
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
        items={weekdayChoices(language)}
      />
      <div class="beside">
        <AmountField name="everyWeeks" label={templates.every} value={template?.everyWeeks ?? 1} />
        <ClockField name="from" label={sessions.from} value={template?.from ?? '09:00'} />
        <ClockField name="to" label={sessions.to} value={template?.to ?? '11:00'} />
      </div>
      <TextArea
        name="breaks"
        label={templates.breaks}
        hint={templates.breaksHint}
        value={figures(writeBreaks(template?.breaks ?? []))}
        most={400}
        rows={2}
        optional
      />
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
      <div class="beside">
        <AmountField name="slotMinutes" label={sessions.slotMinutes} value={template?.slotMinutes ?? 10} />
        <AmountField name="urgentSlots" label={templates.urgentSlots} value={template?.urgentSlots ?? 2} />
        <AmountField name="walkInSlots" label={templates.walkInSlots} value={template?.walkInSlots ?? 1} />
      </div>
      <AmountField
        name="publishDaysAhead"
        label={templates.publishDays}
        hint={templates.publishDaysHint}
        value={template?.publishDaysAhead}
        optional
      />
      {!template && <OfficeDaySelect name="validFrom" label={templates.from} unit={unit} />}
    </Form>
  );
}

const bodyIn = (data: FormData, template: Template | undefined) => {
  const amount = (name: string) => amountIn(data, name) ?? Number.NaN;
  const { attendees = [], exceptions = [] } = template ?? {};
  const publishDaysAhead = amountIn(data, 'publishDaysAhead');
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
    ...{ attendees, exceptions },
    ...(publishDaysAhead !== undefined && { publishDaysAhead }),
  };
};
