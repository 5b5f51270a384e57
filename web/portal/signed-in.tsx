import type { ComponentChildren } from 'preact';
import { PageTitle } from '../kit/layout.tsx';
import { Card } from '../kit/lists.tsx';
import { usePortal } from './portal.ts';
import { ProveContact } from './prove-contact.tsx';

/** Shows what only its citizen may see; whoever has no session proves a contact first. */
export function SignedIn({ children }: { children: ComponentChildren }) {
  const { session } = usePortal();
  if (session) return <>{children}</>;
  return <ProveFirst />;
}

/** What a page shows in place of itself until a contact is proven. */
export function ProveFirst({ lead }: { lead?: string }) {
  const { words } = usePortal();
  return (
    <>
      <PageTitle title={words.track.title} {...(lead && { lead })} />
      <Card title={words.track.prove} tone="lively">
        <p>{words.track.proveLead}</p>
        <ProveContact proven={() => undefined} />
      </Card>
    </>
  );
}
