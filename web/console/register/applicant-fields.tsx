import { useState } from 'preact/hooks';
import { applicantKind, HOLDERS } from '../../kit/applicant-kind.ts';
import { Field, Select } from '../../kit/field.tsx';
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
      <Select
        key={kind}
        name="applicant.identity.kind"
        label={words.register.identityKind}
        value={idKinds[0]?.id}
        choices={idKinds.map(({ id, label }) => ({ value: id, label }))}
        optional
      />
      <Field name="applicant.identity.value" label={words.register.identity} direction="ltr" size={18} optional />
    </>
  );
}
