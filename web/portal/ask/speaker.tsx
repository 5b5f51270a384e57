import { useState } from 'preact/hooks';
import { Choices } from '../../kit/choices.tsx';
import { Field, Select } from '../../kit/field.tsx';
import { usePortal } from '../portal.ts';
import type { StepProps } from './step-props.ts';
import { UploadField } from './upload-field.tsx';

export const GROUNDS = ['power-of-attorney', 'guardian', 'company-officer', 'helper'] as const;

/** Who speaks for the applicant, on which ground, and the paper that shows it; nothing more where they speak for themself. */
export function Speaker({ draft, changeDocuments }: Pick<StepProps, 'draft' | 'changeDocuments'>) {
  const { words } = usePortal();
  const { answers } = draft;
  const [speaker, setSpeaker] = useState(answers.speaker ?? 'applicant');
  return (
    <>
      <Choices
        name="speaker"
        legend={words.ask.speaker}
        value={speaker}
        onChoose={setSpeaker}
        items={(['applicant', 'representative'] as const).map((value) => ({
          value,
          label: words.ask.speakers[value],
        }))}
      />
      {speaker === 'representative' && (
        <>
          <Field
            name="representative.name"
            label={words.ask.representative}
            value={answers['representative.name']}
            autocomplete="name"
          />
          <Select
            name="representative.ground"
            label={words.ask.ground}
            value={answers['representative.ground']}
            choices={GROUNDS.map((value) => ({ value, label: words.ask.grounds[value] }))}
          />
          <UploadField
            {...{ draft, changeDocuments }}
            name="representative.document"
            purpose="representation"
            label={words.ask.groundPaper}
            hint={words.ask.groundPaperHint}
          />
        </>
      )}
    </>
  );
}
