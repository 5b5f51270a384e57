import { useState } from 'preact/hooks';
import { readDate } from '../../../../domain/holidays.ts';
import { Field } from '../../../kit/field.tsx';
import { Ltr } from '../../../kit/lists.tsx';
import { useSpeech } from '../../../kit/speech.ts';
import { useAdminWords } from '../admin.ts';
import { useDayText } from './day-text.ts';

type DayFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  /** `2027-02-01` */
  readonly value?: string | undefined;
};

/** A day typed in either calendar; what it is understood to mean is said beneath, and until then how to write it. */
export function DayField({ name, label, hint, optional = false, value }: DayFieldProps) {
  const { days } = useAdminWords();
  const { date } = useSpeech();
  const dayText = useDayText();
  const [typed, type] = useState(value ? dayText(value) : '');
  const day = readDate(typed);
  return (
    <div onInput={({ target }) => target instanceof HTMLInputElement && type(target.value)}>
      <Field {...{ name, label, optional, hint }} value={value && dayText(value)} direction="ltr" size={12} />
      <p class="hint" aria-live="polite">
        {day ? (
          <>
            {date(day)} · <Ltr>{day}</Ltr>
          </>
        ) : (
          days.hint
        )}
      </p>
    </div>
  );
}
