import { useState } from 'preact/hooks';
import { TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { Ltr } from '../../kit/lists.tsx';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';

/** The last digits of a party's number; the whole of it for a reason that is kept. */
export function Identity({ party, masked }: { party: number; masked: string }) {
  const { words, call } = useConsole();
  const { identity: say } = words.after;
  const { request, permissions } = useCase();
  const [shown, show] = useState<string>();
  if (shown) {
    return (
      <strong role="status">
        <Ltr>{shown}</Ltr>
      </strong>
    );
  }
  return (
    <>
      <Ltr>{masked}</Ltr>
      {permissions.includes('reveal-identity') && (
        <details>
          <summary>{say.reveal}</summary>
          <Form
            send={(data) =>
              call('reveal-identity', { params: { id: request.id }, body: { party, reason: textOf(data, 'reason') } })
            }
            done={({ value }) => show(value)}
            label={say.reveal}
          >
            <p class="hint">{say.hint}</p>
            <TextArea name="reason" label={say.reason} most={1000} rows={2} />
          </Form>
        </details>
      )}
    </>
  );
}
