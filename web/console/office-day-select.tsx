import { Select } from '../kit/field.tsx';
import { useSpeech } from '../kit/speech.ts';
import { Loaded, useAnswer } from '../kit/use-answer.tsx';
import { useConsole } from './console.ts';

type OfficeDaySelectProps = {
  readonly name: string;
  readonly label: string;
  /** The unit whose days they are; without one, the city's. */
  readonly unit?: string;
  /** What it means to choose none. */
  readonly none?: string;
  readonly optional?: boolean;
};

/** A day ahead on which the office is open, by the office's own clock and calendar; the form gets it as `2027-02-01`. */
export function OfficeDaySelect({ unit, ...field }: OfficeDaySelectProps) {
  const { call } = useConsole();
  const { dayAndMonth } = useSpeech();
  const days = useAnswer(() => call('list-office-days', { query: { unit } }), [unit]);
  return (
    <Loaded from={days}>
      {({ open }) => (
        <Select
          {...field}
          choices={open.map((day) => {
            const [label, group] = dayAndMonth(day);
            return { value: day, label, group };
          })}
        />
      )}
    </Loaded>
  );
}
