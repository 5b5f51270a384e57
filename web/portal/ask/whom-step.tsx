import { useState } from 'preact/hooks';
import { Choices } from '../../kit/choices.tsx';
import { Form } from '../../kit/form.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import { UnitSelect } from '../unit-select.tsx';
import type { StepProps } from './step-props.ts';

/** The unit first, then one of its officials. */
export function WhomStep({ draft, keep, save }: StepProps) {
  const { words, call, base } = usePortal();
  const [unit, setUnit] = useState(draft.answers.unit ?? '');
  const units = useAnswer(() => call('list-units'), [call]);
  return (
    <Loaded from={units}>
      {({ units: all }) => (
        <Form send={async (data) => ({ agreed: true, value: data })} done={save} keep={keep} label={words.ask.next}>
          <UnitSelect units={all} hint={words.ask.unitHint} value={unit} onChoose={setUnit} />
          {all.find(({ id }) => id === unit)?.pilot && (
            <Notice>
              <p>{words.ask.pilot}</p>
            </Notice>
          )}
          {unit && (
            <>
              <Officials key={unit} unit={unit} chosen={draft.answers.official} />
              <p>
                <a href={`${base}/timetable/${unit}`}>{words.ask.ahead}</a>
              </p>
            </>
          )}
        </Form>
      )}
    </Loaded>
  );
}

function Officials({ unit, chosen }: { unit: string; chosen: string | undefined }) {
  const { words, call } = usePortal();
  const officials = useAnswer(() => call('list-officials', { params: { unit } }), [unit]);
  return (
    <Loaded from={officials}>
      {({ officials: all }) =>
        all.length === 0 ? (
          <Notice kind="warning">
            <p>{words.ask.noOfficials}</p>
          </Notice>
        ) : (
          <Choices
            name="official"
            legend={words.ask.official}
            value={chosen ?? (all.length === 1 ? all[0]?.id : undefined)}
            items={all.map(({ id, title, holder, allocation }) => ({
              value: id,
              label: title,
              hint: [holder, words.ask.allocation[allocation]].filter(Boolean).join(' · '),
            }))}
          />
        )
      }
    </Loaded>
  );
}
