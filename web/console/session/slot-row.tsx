import { Button } from '../../kit/button.tsx';
import { Ltr } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import type { Doing, Slot } from './shown-session.ts';

type SlotRowProps = {
  readonly slot: Slot;
  readonly doing: Doing;
  readonly setDoing: (doing: Doing) => void;
  readonly busy: boolean;
  readonly move: (from: Slot, to: Slot) => void;
};

/** One slot: who has it, and what can be done with it now. */
export function SlotRow({ slot, ...board }: SlotRowProps) {
  const { words, base, me } = useConsole();
  const { number, time, moment } = useSpeech();
  const { sessions, turns } = words;
  return (
    <tr data-slot={slot.id}>
      <td data-label={sessions.number}>{number(slot.number)}</td>
      <td data-label={sessions.time}>
        <Ltr>{time(slot.startsAt)}</Ltr>
      </td>
      <td data-label={sessions.kind}>{sessions.kinds[slot.kind]}</td>
      <td data-label={sessions.state}>
        <div>
          <Tag kind={slot.state === 'given' ? 'success' : slot.state === 'held' ? 'warning' : 'plain'}>
            {sessions.states[slot.state]}
          </Tag>{' '}
          {slot.state === 'held' && slot.holdUntil && (
            <span class="hint">
              {turns.board.held} {moment(slot.holdUntil)}
            </span>
          )}
        </div>
      </td>
      <td data-label={sessions.holder}>
        {slot.holder && (
          <a href={`${base}/cases/${slot.holder.request}`}>
            <Ltr>{slot.holder.code ?? slot.holder.request}</Ltr>
          </a>
        )}
      </td>
      <td data-label={turns.queue.act} class="no-print">
        {me.permissions.includes('give-turns') && <Acts slot={slot} {...board} />}
      </td>
    </tr>
  );
}

function Acts({ slot, doing, setDoing, busy, move }: SlotRowProps) {
  const { words } = useConsole();
  const { time } = useSpeech();
  const { board } = words.turns;
  const at = <span class="for-readers">{time(slot.startsAt)}</span>;
  if (doing.kind === 'moving') {
    return slot.state === 'free' ? (
      <button
        type="button"
        class="button button-main target"
        aria-disabled={busy}
        onClick={() => move(doing.from, slot)}
      >
        {board.moveHere} {at}
      </button>
    ) : null;
  }
  if (slot.state === 'given') {
    return (
      <Button kind="quiet" onClick={() => setDoing({ kind: 'moving', from: slot })}>
        {board.move} {at}
      </Button>
    );
  }
  if (slot.state !== 'free') return null;
  return (
    <Button kind="quiet" onClick={() => setDoing({ kind: 'giving', slot })}>
      {board.give} {at}
    </Button>
  );
}
