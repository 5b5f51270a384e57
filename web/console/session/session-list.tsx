import { Ltr } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { useConsole } from '../console.ts';
import type { Listed } from './listed-session.ts';

/** The sessions ahead, soonest first. */
export function SessionList({ sessions }: { sessions: readonly Listed[] }) {
  const { words } = useConsole();
  if (sessions.length === 0) return <Empty>{words.sessions.none}</Empty>;
  return (
    <ul class="rows lines">
      {sessions.map((session) => (
        <SessionLine key={session.id} session={session} />
      ))}
    </ul>
  );
}

/** One session: when (where its day is said already, from which hour to which), how, how many turns, and what is out of the ordinary about it. */
export function SessionLine({ session, isOfDay = false }: { session: Listed; isOfDay?: boolean }) {
  const { words, base } = useConsole();
  const { number, time } = useSpeech();
  const { id, says, startsAt, endsAt, mode, slots, cancelledAt, published, standIn } = session;
  const { turns, sessions, kit } = words;
  return (
    <li>
      <a href={`${base}/sessions/${id}`}>{isOfDay ? <Ltr>{`${time(startsAt)}–${time(endsAt)}`}</Ltr> : says}</a>{' '}
      <span class="hint">
        {kit.modes[mode]} · {sessions.slots(number(slots))}
      </span>{' '}
      {cancelledAt && <Tag kind="danger">{sessions.cancelled}</Tag>}{' '}
      {!published && !cancelledAt && <Tag kind="warning">{turns.publish.hidden}</Tag>}{' '}
      {standIn && <Tag kind="info">{turns.calendar.standIn}</Tag>}
    </li>
  );
}
