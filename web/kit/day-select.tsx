import { Select } from './field.tsx';
import { useSpeech } from './speech.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

type DaySelectProps = {
  readonly name: string;
  readonly label: string;
  /** What it means to choose none. */
  readonly none?: string;
  readonly optional?: boolean;
  /** How many days from tomorrow on can be chosen. */
  readonly days: number;
};

/** A day to come, by its name in the city's own calendar; the form gets it as `2027-02-01`. */
export function DaySelect({ days, ...field }: DaySelectProps) {
  const { date, today } = useSpeech();
  const start = Date.parse(today());
  const choices = Array.from({ length: days }, (_, index) => {
    const value = new Date(start + (index + 1) * DAY_MS).toISOString().slice(0, 10);
    return { value, label: date(value) };
  });
  return <Select {...field} choices={choices} />;
}
