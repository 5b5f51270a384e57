import { useState } from 'preact/hooks';
import { Choices } from '../../kit/choices.tsx';
import { Field, Select } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { isLanguage } from '../../kit/language.ts';
import { clockTime } from '../clock-time.ts';
import { useConsole } from '../console.ts';
import { useMyUnits } from '../my-units.tsx';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { ClockField } from '../short-fields.tsx';
import type { Closure, Previewed } from './previewed.ts';

/** What closes, when, and the reason that everybody reads in their own language. */
export function ClosureForm({ previewed }: { previewed: (previewed: Previewed) => void }) {
  const { words, city, call } = useConsole();
  const { units } = useMyUnits();
  const [part, setPart] = useState('day');
  const { closure } = words.turns;
  const languages = city.locales.map((locale) => locale.slice(0, 2)).filter(isLanguage);

  const send = async (data: FormData) => {
    const wanted = closureIn(data, languages);
    const answered = await call('preview-closure', { body: wanted });
    return answered.agreed ? { agreed: true as const, value: { closure: wanted, hit: answered.value } } : answered;
  };
  return (
    <Form send={send} done={previewed} label={closure.preview}>
      <Select
        key={units.length}
        name="unit"
        label={closure.unit}
        none={closure.wholeCity}
        value={units[0]?.id}
        choices={units.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <OfficeDaySelect name="on" label={closure.on} />
      <Choices
        name="part"
        legend={closure.part}
        value="day"
        items={Object.entries(closure.parts).map(([value, label]) => ({ value, label }))}
        onChoose={setPart}
      />
      {part === 'hours' && (
        <>
          <ClockField name="from" label={closure.from} />
          <ClockField name="to" label={closure.to} hint={closure.toHint} optional />
        </>
      )}
      {languages.map((language) => (
        <Field key={language} name={`reason.${language}`} label={closure.reason[language]} />
      ))}
    </Form>
  );
}

const closureIn = (data: FormData, languages: readonly string[]): Closure => {
  const [unit, from, to] = ['unit', 'from', 'to'].map((name) => optionalText(data, name));
  return {
    on: textOf(data, 'on'),
    reason: Object.fromEntries(languages.map((language) => [language, textOf(data, `reason.${language}`)])),
    ...(unit && { unit }),
    ...(from && { from: clockTime(from) }),
    ...(to && { to: clockTime(to) }),
  };
};
