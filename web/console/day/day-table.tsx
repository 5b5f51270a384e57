import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { showMeetingDay } from '../../../contract/staff/meeting-day.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { useConsole } from '../console.ts';
import { ActReport, useAct } from '../use-act.tsx';
import { DayRow } from './day-row.tsx';
import type { DayTurn } from './day-turn.ts';
import type { Station } from './stations.ts';

type DayTableProps = {
  readonly day: ReplyOf<typeof showMeetingDay>;
  readonly isInPerson: boolean;
  readonly again: () => void;
};

/** All turns of the day by their numbers: rows stay where they are, so that nobody presses the wrong one. */
export function DayTable({ day: { turns, next }, isInPerson, again }: DayTableProps) {
  const { words, call } = useConsole();
  const { number } = useSpeech();
  const [room, setRoom] = useState('');
  const [last, setLast] = useState<DayTurn>();
  const { busy, act, problem, said } = useAct();
  const { day } = words.turns;

  const record = (turn: DayTurn, station: Station) => {
    const called = station === 'called' && room !== '' ? { room } : {};
    const done = () => {
      setLast(turn);
      again();
    };
    const send = () => call('record-station', { params: { id: turn.request }, body: { station, ...called } });
    void act({ send, done, says: day.said[station](number(turn.number)), refused: again });
  };
  const undo = (turn: DayTurn) => {
    const done = () => {
      setLast(undefined);
      again();
    };
    const send = () => call('undo-station', { params: { id: turn.request }, body: {} });
    void act({ send, done, says: day.undone(number(turn.number)), refused: again });
  };

  if (turns.length === 0) return <Empty>{day.none}</Empty>;
  return (
    <>
      {isInPerson && (
        <div class="room" onInput={({ target }) => target instanceof HTMLInputElement && setRoom(target.value.trim())}>
          <Field name="room" label={day.room} size={12} optional />
        </div>
      )}
      <ActReport problem={problem} said={said}>
        {last && (
          <Button kind="quiet" busy={busy} onClick={() => undo(last)}>
            {day.undo}
          </Button>
        )}
      </ActReport>
      <table class="stacked">
        <caption>{day.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{day.number}</th>
            <th scope="col">{day.time}</th>
            <th scope="col">{day.who}</th>
            <th scope="col">{day.state}</th>
            <th scope="col" class="no-print">
              {day.act}
            </th>
          </tr>
        </thead>
        <tbody>
          {turns.map((turn) => (
            <DayRow
              key={turn.slot}
              {...{ turn, isInPerson, busy, record, undo, again }}
              isNext={turn.request === next}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
