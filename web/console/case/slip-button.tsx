import { useState } from 'preact/hooks';
import { Form } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { Slip } from '../register/slip.tsx';
import { useCase } from './open-case.ts';

/** A new slip with a new personal link, for somebody at the counter who has lost theirs. */
export function SlipButton() {
  const { words, call } = useConsole();
  const { request, permissions } = useCase();
  const [link, setLink] = useState<string>();
  if (!permissions.includes('act-for-citizen')) return null;
  if (link) return <Slip request={request} link={link} />;
  return (
    <details>
      <summary>{words.case.slip}</summary>
      <p class="hint">{words.case.slipHint}</p>
      <Form
        send={() => call('print-slip', { params: { id: request.id }, body: {} })}
        done={(printed) => setLink(printed.link)}
        label={words.case.slip}
      />
    </details>
  );
}
