import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { ActReport, useAct } from '../use-act.tsx';
import type { Session } from './shown-session.ts';

/** Whether citizens see the session already, and the button that opens it to them. */
export function Publication({ session, again }: { session: Session; again: () => void }) {
  const { words, call, me } = useConsole();
  const { moment } = useSpeech();
  const { busy, act, problem, said } = useAct();
  const { publish } = words.turns;
  const open = () =>
    void act({
      send: () => call('publish-session', { params: { session: session.id }, body: {} }),
      done: again,
      says: publish.done,
    });
  return (
    <>
      <ActReport problem={problem} said={said} />
      {!session.published && !session.cancelledAt && (
        <Notice kind="warning">
          <p>{session.publishesAt ? publish.at(moment(session.publishesAt)) : publish.not}</p>
          {me.permissions.includes('plan-sessions') && (
            <Button kind="quiet" busy={busy} onClick={open}>
              {publish.now}
            </Button>
          )}
        </Notice>
      )}
    </>
  );
}
