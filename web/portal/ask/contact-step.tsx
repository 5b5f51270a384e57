import { Button } from '../../kit/button.tsx';
import { Card, Ltr } from '../../kit/lists.tsx';
import { Notice } from '../../kit/notice.tsx';
import { usePortal } from '../portal.ts';
import { ProveContact } from '../prove-contact.tsx';

/** The contact to which letters go, proven by a code; one that this tab has proven already is offered again. */
export function ContactStep({ done }: { done: () => void }) {
  const { words, session, signIn } = usePortal();
  if (!session?.contact) {
    return (
      <Card>
        <ProveContact proven={done} />
      </Card>
    );
  }
  return (
    <>
      <Notice kind="success">
        <p>
          {words.proof.proven}: <Ltr>{session.contact.value}</Ltr>
        </p>
      </Notice>
      <p class="actions">
        <Button onClick={done}>{words.ask.next}</Button>
        <Button kind="quiet" onClick={() => signIn(undefined)}>
          {words.proof.other}
        </Button>
      </p>
    </>
  );
}
