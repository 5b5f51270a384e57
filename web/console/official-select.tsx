import { useState } from 'preact/hooks';
import { Select } from '../kit/field.tsx';
import { Loaded, useAnswer } from '../kit/use-answer.tsx';
import { useConsole } from './console.ts';

type OfficialSelectProps = {
  readonly unitLabel: string;
  readonly officialLabel: string;
  /** A unit that is not offered. */
  readonly but?: string;
  readonly onChoose?: (official: string, unit: string) => void;
};

/** A unit of the city, then one of its officials; the form gets `official`. */
export function OfficialSelect({ unitLabel, officialLabel, but, onChoose }: OfficialSelectProps) {
  const { words, ask } = useConsole();
  const [unit, setUnit] = useState('');
  const units = useAnswer(() => ask('list-units'), [ask]);
  return (
    <Loaded from={units}>
      {(listed) => (
        <>
          <Select
            name="unit"
            label={unitLabel}
            value={unit}
            onChoose={setUnit}
            choices={listed.units
              .filter(({ id, kind }) => kind !== 'external' && id !== but)
              .map(({ id, name, kind }) => ({ value: id, label: name, group: words.kit.unitKinds[kind] }))}
          />
          {unit && <OfUnit key={unit} {...{ unit, officialLabel, onChoose }} />}
        </>
      )}
    </Loaded>
  );
}

type OfUnitProps = Pick<OfficialSelectProps, 'officialLabel'> & {
  readonly unit: string;
  readonly onChoose: OfficialSelectProps['onChoose'] | undefined;
};

function OfUnit({ unit, officialLabel, onChoose }: OfUnitProps) {
  const { ask } = useConsole();
  const officials = useAnswer(() => ask('list-officials', { params: { unit } }), [unit]);
  return (
    <Loaded from={officials}>
      {({ officials: all }) => (
        <Select
          name="official"
          label={officialLabel}
          choices={all.map(({ id, title }) => ({ value: id, label: title }))}
          onChoose={(official) => onChoose?.(official, unit)}
        />
      )}
    </Loaded>
  );
}
