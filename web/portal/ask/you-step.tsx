import { useState } from 'preact/hooks';
import { checkIdentity } from '../../../domain/identity.ts';
import { type ApplicantKind, applicantKind, HOLDERS } from '../../kit/applicant-kind.ts';
import { Choices } from '../../kit/choices.tsx';
import { Field, Select, TextArea } from '../../kit/field.tsx';
import { Form, textOf, wrongField } from '../../kit/form.tsx';
import { IdentityFields } from '../../kit/identity-fields.tsx';
import { usePortal } from '../portal.ts';
import { ContactStep } from './contact-step.tsx';
import { NO_CLASS } from './draft.ts';
import { idKindOf } from './id-kind.ts';
import { Priority } from './priority.tsx';
import { Speaker } from './speaker.tsx';
import type { StepProps } from './step-props.ts';
import { MODES } from './submission-of.ts';
import { UploadField } from './upload-field.tsx';

const KINDS: readonly ApplicantKind[] = ['person', 'legal-entity', 'foreign-national'];
/** The API takes ten documents; two of them may be the papers of a representative and of a priority. */
const MOST_PAPERS = 8;
/** What few need to say; open once something is said. */
const FOLDED = ['applicant.mode', 'applicant.needs', 'companions'];

/** Who asks, who speaks for them, and the papers. Numbers are checked as the office checks them, so that a slip is found at once. */
export function YouStep({ draft, keep, save, changeDocuments }: StepProps) {
  const { words, city, session } = usePortal();
  const { answers } = draft;
  const [kind, setKind] = useState(applicantKind(answers['applicant.kind']));
  const idKinds = city.idKinds.filter(({ holder }) => holder === HOLDERS[kind]);
  // Papers can be sent by a proven contact only.
  if (!session?.contact) return <ContactStep done={() => undefined} />;

  const hasPaper = (purpose: string) => draft.documents.some((one) => one.purpose === purpose);
  const check = async (data: FormData) => {
    const idKind = idKindOf(city, textOf(data, 'applicant.identity.kind'));
    const isRight = idKind && checkIdentity(idKind, textOf(data, 'applicant.identity.value')).ok;
    if (!isRight) return wrongField('applicant.identity.value', words.kit.wrongNumber);
    if (textOf(data, 'speaker') === 'representative' && !hasPaper('representation'))
      return wrongField('representative.document', words.kit.required);
    if (![NO_CLASS, ''].includes(textOf(data, 'priority.class')) && !hasPaper('priority'))
      return wrongField('priority.document', words.kit.required);
    return { agreed: true as const, value: data };
  };
  return (
    <Form send={check} done={save} keep={keep} label={words.ask.next}>
      <Choices
        name="applicant.kind"
        legend={words.ask.kind}
        value={kind}
        onChoose={(chosen) => setKind(applicantKind(chosen))}
        items={KINDS.map((value) => ({ value, label: words.ask.kinds[value] }))}
      />
      <Field
        name="applicant.name"
        label={kind === 'legal-entity' ? words.ask.entityName : words.ask.name}
        value={answers['applicant.name']}
        autocomplete={kind === 'legal-entity' ? 'organization' : 'name'}
      />
      <IdentityFields
        key={kind}
        kinds={idKinds}
        kind={answers['applicant.identity.kind']}
        value={answers['applicant.identity.value']}
      />
      <Speaker {...{ draft, changeDocuments }} />
      <Priority {...{ draft, changeDocuments }} />
      <UploadField
        {...{ draft, changeDocuments }}
        name="documents"
        purpose="attachment"
        label={words.ask.papers}
        hint={words.ask.papersHint}
        most={MOST_PAPERS}
        optional
      />
      <details open={FOLDED.some((name) => answers[name])}>
        <summary>
          {words.ask.comfort} <small>{words.kit.optional}</small>
        </summary>
        <Select
          name="applicant.mode"
          label={words.ask.mode}
          none={words.ask.anyMode}
          value={answers['applicant.mode']}
          choices={MODES.map((value) => ({ value, label: words.kit.modes[value] }))}
          optional
        />
        <Field
          name="applicant.needs"
          label={words.ask.needs}
          hint={words.ask.needsHint}
          value={answers['applicant.needs']}
          optional
        />
        <TextArea
          name="companions"
          label={words.ask.companions}
          hint={words.ask.companionsHint}
          value={answers.companions}
          most={600}
          rows={2}
          optional
        />
      </details>
    </Form>
  );
}
