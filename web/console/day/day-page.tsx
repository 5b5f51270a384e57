import '../turns.css';
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { showMeetingDay } from '../../../contract/staff/meeting-day.ts';
import type { showSession } from '../../../contract/staff/session.ts';
import { PageTitle } from '../../kit/layout.tsx';
import { Card, Ltr } from '../../kit/lists.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useConsole } from '../console.ts';
import { DayTable } from './day-table.tsx';
import { Door } from './door.tsx';
import { WalkIn } from './walk-in.tsx';
import { type WalkInGiven, WalkInTicket } from './walk-in-ticket.tsx';

const LOOK_EVERY_SECONDS = 10;

/** The day of a session as it goes: who comes, who is called, who is in; live, for several people look at it at once. */
export function DayPage({ id }: { id: string }) {
  const { call } = useConsole();
  const shown = useAnswer(() => call('show-session', { params: { session: id } }), [id]);
  return <Loaded from={shown}>{({ session }) => <Day session={session} />}</Loaded>;
}

type Session = ReplyOf<typeof showSession>['session'];

function Day({ session }: { session: Session }) {
  const { words, base, call, me } = useConsole();
  const day = useLive(
    () => call('show-meeting-day', { params: { session: session.id } }),
    [session.id],
    LOOK_EVERY_SECONDS,
  );
  const [given, setGiven] = useState<WalkInGiven>();
  const back = () => {
    setGiven(undefined);
    day.again();
  };
  const isInPerson = session.mode === 'in-person';
  if (given) return <WalkInTicket given={given} back={back} />;
  return (
    <>
      <PageTitle
        title={words.turns.day.title}
        lead={session.says}
        back={<a href={`${base}/sessions/${session.id}`}>{words.turns.day.board}</a>}
      />
      {day.isStale && (
        <Notice kind="warning" alert>
          <p>{words.turns.day.stale}</p>
        </Notice>
      )}
      <div class="columns columns-day">
        <div>
          {isInPerson && <Door arrived={day.again} />}
          <Loaded from={day}>{(now) => <DayTable day={now} isInPerson={isInPerson} again={day.again} />}</Loaded>
        </div>
        <div>
          {isInPerson && me.permissions.includes('register') && <WalkIn session={session} given={setGiven} />}
          {isInPerson && day.answer?.agreed && <VenueCode day={day.answer.value} />}
        </div>
      </div>
    </>
  );
}

/** What hangs on the wall: whoever types it has been there. */
function VenueCode({ day: { venueCode } }: { day: ReplyOf<typeof showMeetingDay> }) {
  const { words } = useConsole();
  return (
    <Card title={words.turns.day.venueCode}>
      <p class="venue-code">
        <Ltr>{venueCode}</Ltr>
      </p>
      <p class="hint">{words.turns.day.venueCodeHint}</p>
    </Card>
  );
}
