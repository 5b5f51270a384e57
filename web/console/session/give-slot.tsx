import { useEffect, useRef, useState } from 'preact/hooks';
import type { RequestView } from '../../../contract/request-view.ts';
import { Button } from '../../kit/button.tsx';
import { Choices } from '../../kit/choices.tsx';
import { Select } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { Card, Ltr } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { Priority } from '../queue/queue-table.tsx';
import type { Slot } from './shown-session.ts';

type GiveSlotProps = {
  readonly official: string;
  readonly slot: Slot;
  readonly given: () => void;
  /** Somebody was faster, or the queue has changed. */
  readonly refused: () => void;
  readonly back: () => void;
};

/** As many of the queue's head as can be chosen from at a glance. */
const SHOWN = 8;

/** Gives or offers one free slot to somebody of the queue; whoever is not its head only for a reason. */
export function GiveSlot({ official, slot, ...ways }: GiveSlotProps) {
  const { words, call } = useConsole();
  const { time } = useSpeech();
  const card = useRef<HTMLDivElement>(null);
  const line = useAnswer(
    () => call('list-desk', { params: { pile: 'queue', of: official }, query: { limit: SHOWN } }),
    [official],
  );
  useEffect(() => card.current?.focus(), []);
  const { board } = words.turns;
  return (
    <div ref={card} tabIndex={-1} class="focus-quietly">
      <Card title={board.giveTo(time(slot.startsAt))} tone="lively">
        <Loaded from={line}>
          {({ items }) => {
            const waiting = items.filter(({ status }) => status === 'waiting');
            return waiting.length === 0 ? (
              <Empty>{board.empty}</Empty>
            ) : (
              <GiveForm waiting={waiting} slot={slot} {...ways} />
            );
          }}
        </Loaded>
        <p>
          <Button kind="quiet" onClick={ways.back}>
            {board.cancelMove}
          </Button>
        </p>
      </Card>
    </div>
  );
}

type GiveFormProps = Omit<GiveSlotProps, 'official'> & { readonly waiting: readonly RequestView[] };

function GiveForm({ waiting, slot, given, refused }: GiveFormProps) {
  const { words, city, call } = useConsole();
  const { number } = useSpeech();
  const [chosen, choose] = useState(waiting[0]?.id);
  const [isReasonWanted, wantReason] = useState(false);
  const { board, turn } = words.turns;
  const send = async (data: FormData) => {
    const params = { id: textOf(data, 'request') };
    const reason = optionalText(data, 'reason');
    const why = reason ? { reason } : {};
    const answered =
      textOf(data, 'how') === 'offer'
        ? await call('offer-slots', { params, body: { slots: [slot.id], ...why } })
        : await call('give-turn', { params, body: { slot: slot.id, ...why } });
    if (!answered.agreed && answered.problem.type === 'slot-gone') refused();
    // Where lots are drawn, nobody is the head.
    if (!answered.agreed && answered.problem.fields?.some(({ path }) => path === 'reason')) wantReason(true);
    return answered;
  };
  return (
    <Form send={send} done={given} label={board.give}>
      <Choices
        name="request"
        legend={board.giveTitle}
        value={waiting[0]?.id}
        onChoose={choose}
        items={waiting.map((request, index) => ({
          value: request.id,
          label: (
            <>
              {board.place(number(index + 1))} <Ltr>{request.code}</Ltr>
            </>
          ),
          hint: <Priority request={request} />,
        }))}
      />
      <Choices
        name="how"
        legend={turn.how}
        value="give"
        items={Object.entries(turn.hows).map(([value, label]) => ({ value, label }))}
      />
      {(isReasonWanted || chosen !== waiting[0]?.id) && (
        <Select
          name="reason"
          label={turn.reason}
          hint={turn.reasonHint}
          choices={city.jumpReasons.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Form>
  );
}
