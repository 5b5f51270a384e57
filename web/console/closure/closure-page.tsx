import '../turns.css';
import { useState } from 'preact/hooks';
import { PageTitle } from '../../kit/layout.tsx';
import { useConsole } from '../console.ts';
import { ClosureForm } from './closure-form.tsx';
import { ClosurePreview } from './closure-preview.tsx';
import type { Previewed } from './previewed.ts';

/** A sudden closure in two steps: what would close, and, before anything is done, who would be hit. */
export function ClosurePage() {
  const { words } = useConsole();
  const [previewed, setPreviewed] = useState<Previewed>();
  const { closure } = words.turns;
  return (
    <>
      <PageTitle title={closure.title} lead={closure.lead} />
      <div {...(previewed && { hidden: true })}>
        <ClosureForm previewed={setPreviewed} />
      </div>
      {previewed && <ClosurePreview {...previewed} back={() => setPreviewed(undefined)} />}
    </>
  );
}
