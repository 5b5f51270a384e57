import { Button, LinkButton } from '../../kit/button.tsx';
import { Ltr } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import type { DayTurn } from './day-turn.ts';
import { MissedForm } from './missed-form.tsx';
import { nextStation, type Station } from './stations.ts';

type DayRowProps = {
  readonly turn: DayTurn;
  readonly isInPerson: boolean;
  readonly isNext: boolean;
  readonly busy: boolean;
  readonly record: (turn: DayTurn, station: Station) => void;
  readonly undo: (turn: DayTurn) => void;
  readonly again: () => void;
};

/** One turn: its next step is one button, which stays in its place and so keeps the focus while the steps go on. */
export function DayRow({ turn, isInPerson, isNext, busy, record, undo, again }: DayRowProps) {
  const { words, base } = useConsole();
  const { number, time } = useSpeech();
  const { day } = words.turns;
  const { visit } = turn;
  const next = nextStation(visit, isInPerson);
  const isHere = visit?.station !== undefined;
  return (
    <tr {...(isNext && { class: 'is-next' })}>
      <td data-label={day.number}>{number(turn.number)}</td>
      <td data-label={day.time}>
        <Ltr>{time(turn.startsAt)}</Ltr>
      </td>
      <td data-label={day.who}>
        <div>
          <a href={`${base}/cases/${turn.request}`}>
            <Ltr>{turn.code ?? turn.request}</Ltr>
          </a>{' '}
          {turn.kind !== 'regular' && <Tag kind="plain">{words.sessions.kinds[turn.kind]}</Tag>}
        </div>
      </td>
      <td data-label={day.state}>
        <State turn={turn} isNext={isNext} />
      </td>
      <td data-label={day.act} class="no-print">
        <div class="row-acts">
          {next && (
            <Button kind={isNext ? 'main' : 'quiet'} busy={busy} onClick={() => record(turn, next)}>
              {day.stations[next]} <span class="for-readers">{number(turn.number)}</span>
            </Button>
          )}
          {visit?.station === 'out' && (
            <LinkButton kind="quiet" href={`${base}/cases/${turn.request}`}>
              {day.outcome}
            </LinkButton>
          )}
          {isHere && visit?.station !== 'out' && (
            <Button kind="quiet" busy={busy} onClick={() => undo(turn)}>
              {day.undo} <span class="for-readers">{number(turn.number)}</span>
            </Button>
          )}
          {visit?.missedAt === undefined && visit?.inAt === undefined && (
            <details class="sum">
              <summary>
                {day.missed} <span class="for-readers">{number(turn.number)}</span>
              </summary>
              <MissedForm turn={turn} recorded={again} />
            </details>
          )}
        </div>
      </td>
    </tr>
  );
}

/** Where a turn stands, and when it came there. */
function State({ turn: { visit }, isNext }: Pick<DayRowProps, 'turn' | 'isNext'>) {
  const { words } = useConsole();
  const { time } = useSpeech();
  const { day } = words.turns;
  const state = visit?.place.state ?? 'expected';
  const kind = {
    expected: 'plain',
    waiting: 'info',
    called: 'warning',
    in: 'success',
    out: 'plain',
    missed: 'danger',
  } as const;
  const times = [
    [day.stations.arrived, visit?.arrivedAt],
    [day.stations.called, visit?.calledAt],
    [day.stations.in, visit?.inAt],
    [day.stations.out, visit?.outAt],
  ] as const;
  return (
    <div>
      <Tag kind={kind[state]}>{day.states[state]}</Tag> {isNext && <Tag kind="warning">{day.next}</Tag>}{' '}
      {visit?.room && <bdi>{visit.room}</bdi>}
      <div class="hint">
        {times.map(
          ([name, at]) =>
            at && (
              <span key={name} class="station-time">
                {name} <Ltr>{time(at)}</Ltr>{' '}
              </span>
            ),
        )}
      </div>
    </div>
  );
}
