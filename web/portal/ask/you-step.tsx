import { useState } from 'preact/hooks';
import { checkIdentity } from '../../../domain/identity.ts';
import { type ApplicantKind, applicantKind, HOLDERS } from '../../kit/applicant-kind.ts';
import { Choices } from '../../kit/choices.tsx';
import { Field } from '../../kit/field.tsx';
import { Form, textOf, wrongField } from '../../kit/form.tsx';
import { IdentityFields } from '../../kit/identity-fields.tsx';
import { usePortal } from '../portal.ts';
import { idKindOf } from './id-kind.ts';
import type { StepProps } from './step-props.ts';

const KINDS: readonly ApplicantKind[] = ['person', 'legal-entity', 'foreign-national'];

/** Who asks. The number is checked here as the office checks it, so that a slip of the finger is found at once. */
export function YouStep({ draft, keep, save }: StepProps) {
  const { words, city } = usePortal();
  const { answers } = draft;
  const [kind, setKind] = useState(applicantKind(answers['applicant.kind']));
  const idKinds = city.idKinds.filter(({ holder }) => holder === HOLDERS[kind]);

  const check = async (data: FormData) => {
    const idKind = idKindOf(city, textOf(data, 'applicant.identity.kind'));
    const isRight = idKind && checkIdentity(idKind, textOf(data, 'applicant.identity.value')).ok;
    return isRight
      ? { agreed: true as const, value: data }
      : wrongField('applicant.identity.value', words.kit.wrongNumber);
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
      <Field
        name="applicant.needs"
        label={words.ask.needs}
        hint={words.ask.needsHint}
        value={answers['applicant.needs']}
        optional
      />
    </Form>
  );
}
