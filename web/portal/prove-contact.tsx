import { useState } from 'preact/hooks';
import { Field } from '../kit/field.tsx';
import { Form, textOf } from '../kit/form.tsx';
import { Ltr } from '../kit/lists.tsx';
import { Notice } from '../kit/notice.tsx';
import { useSpeech } from '../kit/speech.ts';
import type { Contact } from './citizen-session.ts';
import { usePortal } from './portal.ts';

/** Mobile or e-mail, then the code that was sent there: afterwards this tab speaks for that address. */
export function ProveContact({ proven }: { proven: () => void }) {
  const [sent, setSent] = useState<{ proofId: string; to: string; contact: Contact }>();
  const { words, call, city, language, signIn } = usePortal();
  const { digits } = useSpeech();
  const { proof } = words;

  if (!sent) {
    const ask = async (data: FormData) => {
      const value = textOf(data, 'contact.value');
      const contact: Contact = { kind: value.includes('@') ? 'email' : 'mobile', value };
      const answered = await call('prove-contact', { body: { contact, language } });
      if (answered.agreed) setSent({ proofId: answered.value.proofId, to: answered.value.sentTo, contact });
      return answered;
    };
    return (
      <Form key="contact" send={ask} done={() => undefined} label={proof.send}>
        <Field
          name="contact.value"
          label={proof.contact}
          hint={proof.contactHint(digits(city.phoneRule.example))}
          direction="ltr"
          inputMode="email"
          autocomplete="tel"
          size={24}
        />
      </Form>
    );
  }

  const confirm = (data: FormData) =>
    call('confirm-contact', { body: { proofId: sent.proofId, code: textOf(data, 'code') } });
  const enter = (session: { token: string; expiresAt: string }) => {
    signIn({ ...session, contact: sent.contact });
    proven();
  };
  return (
    <>
      <Notice kind="success" alert>
        <p>
          <SentTo to={sent.to} />
        </p>
      </Notice>
      <Form key="code" send={confirm} done={enter} label={proof.confirm}>
        <Field
          name="code"
          label={proof.code}
          direction="ltr"
          inputMode="numeric"
          autocomplete="one-time-code"
          size={12}
        />
      </Form>
      <p>
        <button type="button" class="link" onClick={() => setSent(undefined)}>
          {proof.again}
        </button>
      </p>
    </>
  );
}

/** The sentence with the masked address in it, which is written left to right in any language. */
function SentTo({ to }: { to: string }) {
  const { words } = usePortal();
  const [before, after] = words.proof.sent('\n').split('\n');
  return (
    <>
      {before}
      <Ltr>{to}</Ltr>
      {after}
    </>
  );
}
