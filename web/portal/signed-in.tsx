import type { ComponentChildren } from 'preact';
import { PageTitle } from '../kit/layout.tsx';
import { Card } from '../kit/lists.tsx';
import { usePortal } from './portal.ts';
import { ProveContact } from './prove-contact.tsx';

/** Shows what only its citizen may see; whoever has no session proves a contact first. */
export function SignedIn({ children }: { children: ComponentChildren }) {
  const { words, session } = usePortal();
  if (session) return <>{children}</>;
  return (
    <>
      <PageTitle title={words.track.title} />
      <Card title={words.track.prove} tone="lively">
        <p>{words.track.proveLead}</p>
        <ProveContact proven={() => undefined} />
      </Card>
    </>
  );
}
