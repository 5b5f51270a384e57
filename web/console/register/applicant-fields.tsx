import { useState } from 'preact/hooks';
import { applicantKind, HOLDERS } from '../../kit/applicant-kind.ts';
import { Field, Select } from '../../kit/field.tsx';
import { IdentityFields } from '../../kit/identity-fields.tsx';
import { useConsole } from '../console.ts';

/** Who asks; the number may be unknown. */
export function ApplicantFields() {
  const { words, city } = useConsole();
  const [kind, setKind] = useState(applicantKind('person'));
  const idKinds = city.idKinds.filter(({ holder }) => holder === HOLDERS[kind]);
  return (
    <>
      <Select
        name="applicant.kind"
        label={words.register.kind}
        value={kind}
        onChoose={(chosen) => setKind(applicantKind(chosen))}
        choices={Object.entries(words.register.kinds).map(([value, label]) => ({ value, label }))}
      />
      <Field name="applicant.name" label={words.register.name} />
      <IdentityFields key={kind} kinds={idKinds} optional />
    </>
  );
}
