import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { ActReport, useAct } from '../use-act.tsx';
import { GiveSlot } from './give-slot.tsx';
import type { Doing, Session, Slot } from './shown-session.ts';
import { SlotRow } from './slot-row.tsx';

const NOTHING: Doing = { kind: 'nothing' };

type SlotBoardProps = { readonly session: Session; readonly slots: readonly Slot[]; readonly again: () => void };

/**
 * The turns of a session. A turn is moved without a mouse: its button, arrow keys from free slot to free slot, Enter; Esc
 * gives up. Whoever is too late is told so, and sees the slots as they are now.
 */
export function SlotBoard({ session, slots, again }: SlotBoardProps) {
  const { words, call } = useConsole();
  const { number, time } = useSpeech();
  const [doing, setDoing] = useState<Doing>(NOTHING);
  const board = useRef<HTMLTableElement>(null);
  const { busy, act, problem, said, say } = useAct();
  const { board: says } = words.turns;

  const focusOn = (selector: string) => board.current?.querySelector<HTMLElement>(selector)?.focus();
  useEffect(() => {
    if (doing.kind === 'moving') focusOn('.target');
  }, [doing]);
  const endMove = (slot: string) => {
    setDoing(NOTHING);
    // Its buttons are drawn first.
    requestAnimationFrame(() => focusOn(`[data-slot="${slot}"] :is(button, a)`));
  };
  const move = (from: Slot, to: Slot) => {
    const { holder } = from;
    if (!holder) return;
    void act({
      send: () => call('move-turn', { params: { id: holder.request }, body: { slot: to.id } }),
      done: () => {
        again();
        endMove(to.id);
      },
      says: says.moved(number(from.number), time(to.startsAt)),
      refused: again,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (doing.kind !== 'moving') return;
    if (event.key === 'Escape') return endMove(doing.from.id);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const targets = [...(board.current?.querySelectorAll<HTMLElement>('.target') ?? [])];
    const now = targets.findIndex((target) => target.matches(':focus'));
    targets.at((now + step) % targets.length)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is used; arrow keys only go between them.
    <div onKeyDown={onKeyDown}>
      {doing.kind === 'moving' && (
        <Notice>
          <p>
            {says.moving(number(doing.from.number), time(doing.from.startsAt))} {says.movingHint}
          </p>
          <Button kind="quiet" onClick={() => endMove(doing.from.id)}>
            {says.cancelMove}
          </Button>
        </Notice>
      )}
      {problem?.type === 'slot-gone' && (
        <Notice kind="warning" alert>
          <p>{says.taken}</p>
        </Notice>
      )}
      <ActReport problem={problem?.type === 'slot-gone' ? undefined : problem} said={said} />
      {doing.kind === 'giving' && (
        <GiveSlot
          key={doing.slot.id}
          official={session.official}
          slot={doing.slot}
          given={() => {
            say(says.given(time(doing.slot.startsAt)));
            again();
            endMove(doing.slot.id);
          }}
          refused={again}
          back={() => endMove(doing.slot.id)}
        />
      )}
      <table class="stacked compact" ref={board}>
        <caption>{words.sessions.slots(number(slots.length))}</caption>
        <thead>
          <tr>
            <th scope="col">{words.sessions.number}</th>
            <th scope="col">{words.sessions.time}</th>
            <th scope="col">{words.sessions.kind}</th>
            <th scope="col">{words.sessions.state}</th>
            <th scope="col">{words.sessions.holder}</th>
            <th scope="col" class="no-print">
              {words.turns.queue.act}
            </th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <SlotRow key={slot.id} {...{ slot, doing, setDoing, busy, move }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
