import '../admin.css';
import { sayNumber, toPersianDigits } from '../../../../domain/say-time.ts';
import { Field, Select, TextArea } from '../../../kit/field.tsx';
import { isLanguage, LANGUAGE_NAMES } from '../../../kit/language.ts';
import { useSpeech } from '../../../kit/speech.ts';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { DayField } from './day-field.tsx';
import { RowsField } from './rows-field.tsx';
import { type Spec, valueAt } from './spec.ts';
import { Ticks } from './ticks.tsx';

type SpecFieldsProps = {
  readonly specs: readonly Spec[];
  /** What the fields say at first. */
  readonly value: unknown;
  /** What stands before each name: `roles.0.` */
  readonly prefix?: string;
};

/** Fields as they are described, each named as the API names its value. */
export function SpecFields({ specs, value, prefix = '' }: SpecFieldsProps) {
  return (
    <>
      {specs.map((spec) => (
        <SpecField key={spec.path} spec={spec} name={`${prefix}${spec.path}`} value={valueAt(value, spec.path)} />
      ))}
    </>
  );
}

type SpecFieldProps = { readonly spec: Spec; readonly name: string; readonly value: unknown };

function SpecField({ spec, name, value }: SpecFieldProps) {
  const { language } = useSpeech();
  const { yesNo } = useAdminWords();
  const { label, hint, optional = false } = spec;
  const field = { name, label, hint, optional };
  const text = value === undefined ? undefined : String(value);
  switch (spec.as) {
    case 'words':
      return <WordsFields {...field} long={spec.long ?? false} value={value} />;
    case 'line':
      return <Field {...field} value={text} {...(spec.direction && { direction: spec.direction })} />;
    case 'number': {
      const said = typeof value === 'number' ? sayNumber(value, { locale: language }) : text;
      return <Field {...field} value={said} direction="ltr" inputMode="decimal" size={10} />;
    }
    case 'time':
      return (
        <Field {...field} value={language === 'fa' ? toPersianDigits(text ?? '') : text} direction="ltr" size={6} />
      );
    case 'day':
      return <DayField {...field} value={text} />;
    case 'tick':
      return <OneTick {...field} value={value === true} />;
    case 'yes-no': {
      const now = value === undefined ? undefined : value === true ? 'yes' : 'no';
      const choices = [
        { value: 'yes', label: yesNo.yes },
        { value: 'no', label: yesNo.no },
      ];
      return <Select {...field} choices={choices} none={spec.none} value={now} />;
    }
    case 'one':
      return <Select {...field} choices={spec.choices} value={text} {...(spec.none && { none: spec.none })} />;
    case 'many':
      return <Ticks {...field} choices={spec.choices} value={Array.isArray(value) ? value : []} />;
    case 'rows':
      return (
        <RowsField
          spec={spec}
          name={name}
          value={Array.isArray(value) ? value : []}
          fieldsOf={(row, prefix) => <SpecFields specs={spec.of} value={row} prefix={prefix} />}
        />
      );
  }
}

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly optional: boolean;
};

function WordsFields({ name, label, hint, optional, long, value }: FieldProps & { long: boolean; value: unknown }) {
  const { city } = useConsole();
  return (
    <>
      {city.locales.map((locale, index) => {
        const said = valueAt(value, locale);
        const inLanguage = isLanguage(locale) ? LANGUAGE_NAMES[locale] : locale;
        const field = {
          ...{ name: `${name}.${locale}`, label: city.locales.length > 1 ? `${label} · ${inLanguage}` : label },
          ...{ hint: index === 0 ? hint : undefined, optional, value: typeof said === 'string' ? said : undefined },
        };
        return long ? <TextArea key={locale} {...field} most={2000} rows={2} /> : <Field key={locale} {...field} />;
      })}
    </>
  );
}

function OneTick({ name, label, hint, value }: FieldProps & { value: boolean }) {
  return (
    <div class="field">
      <label class="choice">
        <input type="checkbox" name={name} value="yes" defaultChecked={value} />
        <span>
          <span class="choice-label">{label}</span>
          {hint && <span class="hint">{hint}</span>}
        </span>
      </label>
    </div>
  );
}
