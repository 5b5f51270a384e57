import '../turns.css';
import { Button, LinkButton } from '../../kit/button.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Loaded } from '../../kit/use-answer.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useConsole } from '../console.ts';
import { Attendees } from './attendees.tsx';
import { CancelSession } from './cancel-session.tsx';
import { ChangeSession } from './change-session.tsx';
import { Publication } from './publication.tsx';
import type { Session } from './shown-session.ts';
import { SlotBoard } from './slot-board.tsx';

const LOOK_EVERY_SECONDS = 30;

/** A session with its turns and who holds them, and everything that may still be done about it; also on paper. */
export function SessionPage({ id }: { id: string }) {
  const { words, base, call, me } = useConsole();
  const shown = useLive(() => call('show-session', { params: { session: id } }), [id], LOOK_EVERY_SECONDS);
  return (
    <Loaded from={shown}>
      {({ session, slots }) => (
        <>
          <PageTitle
            title={session.says}
            back={<a href={`${base}/posts/${session.unit}/${session.official}/list`}>{words.sessions.title}</a>}
          />
          {session.cancelledAt && (
            <Notice kind="danger">
              <p>{words.sessions.cancelled}</p>
            </Notice>
          )}
          <Publication session={session} again={shown.again} />
          <Ways session={session} />
          <SlotBoard session={session} slots={slots} again={shown.again} />
          <Attendees session={session} again={shown.again} />
          {!session.cancelledAt && me.permissions.includes('plan-sessions') && (
            <div class="no-print">
              <ChangeSession session={session} again={shown.again} />
              <CancelSession session={session} again={shown.again} />
            </div>
          )}
        </>
      )}
    </Loaded>
  );
}

/** To the day of the session, the promises and the briefs; and the list on paper. */
function Ways({ session: { id, cancelledAt } }: { session: Session }) {
  const { words, base, me } = useConsole();
  return (
    <p class="row-acts">
      {me.permissions.includes('check-in') && !cancelledAt && (
        <LinkButton href={`${base}/sessions/${id}/day`}>{words.turns.day.open}</LinkButton>
      )}
      {me.permissions.includes('read-case') && (
        <>
          <LinkButton kind="quiet" href={`${base}/sessions/${id}/agenda`}>
            {words.after.agenda.open}
          </LinkButton>
          <LinkButton kind="quiet" href={`${base}/sessions/${id}/brief`}>
            {words.after.brief.ofSession}
          </LinkButton>
        </>
      )}
      <Button kind="quiet" onClick={() => print()}>
        {words.sessions.print}
      </Button>
    </p>
  );
}
