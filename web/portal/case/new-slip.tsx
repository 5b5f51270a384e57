import { useState } from 'preact/hooks';
import { Form } from '../../kit/form.tsx';
import { PersonalLink } from '../personal-link.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';

/** A new personal link in place of one that was lost or seen by somebody else. */
export function NewSlip() {
  const { words, call } = usePortal();
  const { request } = useCase();
  const [secret, setSecret] = useState<string>();
  return (
    <details>
      <summary>{words.case.newSlip}</summary>
      <p class="hint">{words.case.newSlipHint}</p>
      {secret ? (
        <PersonalLink secret={secret} />
      ) : (
        <Form
          send={() => call('print-slip', { params: { id: request.id } })}
          done={({ personalLink }) => setSecret(personalLink)}
          label={words.case.newSlipButton}
          kind="quiet"
        />
      )}
    </details>
  );
}
