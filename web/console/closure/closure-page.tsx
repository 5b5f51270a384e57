import '../turns.css';
import { useState } from 'preact/hooks';
import type { BodyOf, ReplyOf } from '../../../contract/operation.ts';
import type { previewClosure } from '../../../contract/staff/closure.ts';
import { PageTitle } from '../../kit/layout.tsx';
import { useConsole } from '../console.ts';
import { ClosureForm } from './closure-form.tsx';
import { ClosurePreview } from './closure-preview.tsx';

export type Closure = BodyOf<typeof previewClosure>;
export type Previewed = { readonly closure: Closure; readonly hit: ReplyOf<typeof previewClosure> };

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
