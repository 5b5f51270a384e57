import { useState } from 'preact/hooks';
import { Field, Select } from './field.tsx';
import { useSpeech } from './speech.ts';

type ListedIdKind = { readonly id: string; readonly label: string };
type IdentityFieldsProps = {
  /** The kinds of number that this kind of applicant may have; the first is the usual one. */
  readonly kinds: readonly ListedIdKind[];
  readonly kind?: string | undefined;
  readonly value?: string | undefined;
  readonly optional?: boolean;
};

/** A number by which somebody is known, called by its own name; which number is asked only where there are several. */
export function IdentityFields({ kinds, kind, value, optional = false }: IdentityFieldsProps) {
  const { words } = useSpeech();
  const [chosen, choose] = useState(kind);
  const now = kinds.find(({ id }) => id === chosen) ?? kinds[0];
  return (
    <>
      {kinds.length > 1 ? (
        <Select
          name="applicant.identity.kind"
          label={words.whichNumber}
          value={now?.id}
          onChoose={choose}
          choices={kinds.map(({ id, label }) => ({ value: id, label }))}
          optional={optional}
        />
      ) : (
        <input type="hidden" name="applicant.identity.kind" value={now?.id ?? ''} />
      )}
      <Field
        name="applicant.identity.value"
        label={now?.label ?? words.whichNumber}
        value={value}
        direction="ltr"
        size={18}
        optional={optional}
      />
    </>
  );
}
