import { Select } from '../../kit/field.tsx';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';

type UnitFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  /** A unit that is not offered. */
  readonly but?: string;
  readonly onChoose?: (unit: string) => void;
};

/** A unit of the city, or a body outside it, whose deadlines its liaison unit holds. */
export function UnitField({ but, onChoose, ...field }: UnitFieldProps) {
  const { words, ask } = useConsole();
  const units = useAnswer(() => ask('list-units'), [ask]);
  return (
    <Select
      key={String(units.answer?.agreed)}
      {...field}
      {...(onChoose && { onChoose })}
      choices={(units.answer?.agreed ? units.answer.value.units : [])
        .filter(({ id }) => id !== but)
        .map(({ id, name, kind }) => ({ value: id, label: name, group: words.kit.unitKinds[kind] }))}
    />
  );
}
