import { useState } from 'preact/hooks';
import { Choices } from '../../kit/choices.tsx';
import { useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import { NO_CLASS } from './draft.ts';
import type { StepProps } from './step-props.ts';
import { UploadField } from './upload-field.tsx';

/** Where turns begin with priority groups: to which of them one belongs, and what shows it. */
export function Priority({ draft, changeDocuments }: Pick<StepProps, 'draft' | 'changeDocuments'>) {
  const { words, city, call } = usePortal();
  const { answers } = draft;
  const [chosen, setChosen] = useState(answers['priority.class'] ?? NO_CLASS);
  const unit = answers.unit ?? '';
  const officials = useAnswer(() => call('list-officials', { params: { unit } }), [unit]);
  const listed = officials.answer?.agreed ? officials.answer.value.officials : [];
  const ranks = listed.find(({ id }) => id === answers.official)?.allocation === 'priority-classes';
  if (!ranks || city.priorityClasses.length === 0) return null;
  return (
    <>
      <Choices
        name="priority.class"
        legend={words.ask.priority}
        value={chosen}
        onChoose={setChosen}
        items={[
          { value: NO_CLASS, label: words.ask.noPriority },
          ...city.priorityClasses.map(({ id, name, evidence }) => ({ value: id, label: name, hint: evidence })),
        ]}
      />
      {chosen !== NO_CLASS && (
        <UploadField
          {...{ draft, changeDocuments }}
          name="priority.document"
          purpose="priority"
          label={words.ask.priorityPaper}
          hint={words.ask.priorityPaperHint}
        />
      )}
    </>
  );
}
