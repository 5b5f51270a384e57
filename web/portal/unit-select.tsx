import type { listUnits } from '../../contract/citizen/city.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import { Select } from '../kit/field.tsx';
import { usePortal } from './portal.ts';

type UnitSelectProps = Pick<Parameters<typeof Select>[0], 'hint' | 'value' | 'onChoose'> & ReplyOf<typeof listUnits>;

/** The city's own units, by kinds. */
export function UnitSelect({ units, ...how }: UnitSelectProps) {
  const { words } = usePortal();
  return (
    <Select
      {...how}
      name="unit"
      label={words.ask.unit}
      choices={units
        .filter(({ kind }) => kind !== 'external')
        .map(({ id, name, kind }) => ({ value: id, label: name, group: words.kit.unitKinds[kind] }))}
    />
  );
}
