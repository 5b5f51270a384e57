import { Select } from '../../kit/field.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { useAdminWords } from './admin.ts';

type UnitChoiceProps = { readonly unit: string; readonly choose: (unit: string) => void };

/** Whose rules are shown: the city's, or those of one unit. */
export function UnitChoice({ unit, choose }: UnitChoiceProps) {
  const { ask, city } = useConsole();
  const { whose } = useAdminWords();
  const units = useAnswer(() => ask('list-units'), [ask]);
  return (
    <Loaded from={units}>
      {(listed) => (
        <Select
          name="unit"
          label={whose.label}
          value={unit}
          none={whose.city(city.name)}
          onChoose={choose}
          choices={listed.units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Loaded>
  );
}
