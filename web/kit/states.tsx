import type { ComponentChildren } from 'preact';
import { useSpeech } from './speech.ts';

/** Something is on its way. */
export function Loading() {
  const { words } = useSpeech();
  return (
    <p class="loading" role="status">
      {words.loading}
    </p>
  );
}

/** There is nothing, and that is no mistake: what it means, and where to go on if there is somewhere. */
export function Empty({ children, action }: { children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{children}</p>
      {action && <p>{action}</p>}
    </div>
  );
}
