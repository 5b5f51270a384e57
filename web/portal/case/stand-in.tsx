import { Form } from '../../kit/form.tsx';
import { Notice } from '../../kit/notice.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';

/** Somebody receives in the official's place: whoever would rather meet the official keeps the place in the queue. */
export function StandIn({ sessions }: { sessions: readonly string[] }) {
  const { words, call } = usePortal();
  const open = useCase();
  const standIn = open.sessions.find((session) => sessions.includes(session.id) && session.standIn)?.standIn;
  if (!standIn) return null;
  return (
    <Notice kind="warning">
      <p>
        {words.case.standIn(standIn)} {words.case.waitForHolderHint}
      </p>
      <Form
        send={() => call('wait-for-holder', { params: { id: open.request.id } })}
        done={open.again}
        label={words.case.waitForHolder}
        kind="quiet"
      />
    </Notice>
  );
}
