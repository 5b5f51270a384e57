import { TextArea } from '../../kit/field.tsx';
import { optionalText } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { AffectedTable } from './affected-table.tsx';
import { PreviewedAct } from './previewed-act.tsx';
import type { Session } from './shown-session.ts';

/** Cancels a session, once it was seen who loses a turn and what each of them gets instead. */
export function CancelSession({ session, again }: { session: Session; again: () => void }) {
  const { words, call } = useConsole();
  const { change } = words.turns;
  const params = { session: session.id };
  return (
    <details>
      <summary>{change.cancel}</summary>
      <PreviewedAct
        fields={<TextArea name="text" label={change.text} most={4000} rows={2} optional />}
        preview={async (data) => {
          const answered = await call('preview-session-change', { params, body: { cancel: true } });
          const wish = { text: optionalText(data, 'text') };
          return answered.agreed ? { agreed: true, value: { wish, seen: answered.value } } : answered;
        }}
        shown={({ affected }) => <AffectedTable affected={affected} />}
        act={({ text }, { preview }) => call('cancel-session', { params, body: { preview, ...(text && { text }) } })}
        done={again}
        labels={{ preview: change.preview, act: change.applyCancel, back: change.back }}
        kind="danger"
      />
    </details>
  );
}
