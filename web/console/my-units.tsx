import { useState } from 'preact/hooks';
import type { listUnits } from '../../contract/citizen/city.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import { Select } from '../kit/field.tsx';
import { useAnswer } from '../kit/use-answer.tsx';
import { type Console, useConsole } from './console.ts';

type ListedUnit = ReplyOf<typeof listUnits>['units'][number];

/** Roles that reach beyond the unit in which they are held. */
const FAR_REACHING = ['unit-manager', 'coordinator', 'inspector'];

/** The units that this person may look into: their own; those below, or all, for whoever reaches that far. The API decides. */
const reachOf = ({ me }: Console, units: readonly ListedUnit[]): readonly ListedUnit[] => {
  const own = new Set(me.roles.map(({ unit }) => unit));
  const isFar = me.roles.some(({ role }) => FAR_REACHING.includes(role));
  const reached = units.filter(({ id, kind }) => kind !== 'external' && (isFar || own.has(id)));
  return reached.toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)));
};

/** The units to choose from, once they are known, and the one chosen: at first one's own. */
export const useMyUnits = (given?: string) => {
  const console = useConsole();
  const [chosen, choose] = useState(given);
  const asked = useAnswer(() => console.ask('list-units'), [console.ask]);
  const units = asked.answer?.agreed ? reachOf(console, asked.answer.value.units) : [];
  return { asked, units, unit: chosen ?? units[0]?.id, choose };
};

type UnitSelectProps = {
  readonly units: readonly ListedUnit[];
  readonly unit: string | undefined;
  readonly choose: (unit: string) => void;
};

/** Chooses the unit whose work is shown; nothing where there is only one. */
export function UnitSelect({ units, unit, choose }: UnitSelectProps) {
  const { words } = useConsole();
  if (units.length < 2) return null;
  return (
    <Select
      name="shown-unit"
      label={words.desk.unit}
      value={unit}
      onChoose={(id) => id && choose(id)}
      choices={units.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
