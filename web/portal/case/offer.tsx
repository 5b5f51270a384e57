import { Choices } from '../../kit/choices.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { Notice } from '../../kit/notice.tsx';
import { placeOf } from '../../kit/place-of.ts';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';
import { FreeSlots } from './free-slots.tsx';
import { StandIn } from './stand-in.tsx';

/** Turns that are held: take one, take another, or wait on. After a closure silence keeps the turn, and that is said first. */
export function Offer() {
  const { words, call } = usePortal();
  const { request, sessions, again } = useCase();
  const params = { id: request.id };
  const offered = request.offered ?? [];
  const accept = (data: FormData) => call('accept-offer', { params, body: { slot: textOf(data, 'slot') } });
  return (
    <Card tone="lively">
      {request.silenceKeeps && (
        <Notice kind="warning" title={words.case.silenceKeeps}>
          <p>{words.case.silenceKeepsText}</p>
        </Notice>
      )}
      <StandIn sessions={offered.map(({ session }) => session)} />
      <Form send={accept} done={again} label={words.case.accept}>
        <Choices
          name="slot"
          legend={words.case.offered}
          value={offered[0]?.slot}
          items={offered.map(({ slot, says, session }) => ({
            value: slot,
            label: says,
            hint: placeOf(sessions, session),
          }))}
        />
      </Form>
      <h2>{words.case.pass}</h2>
      <FreeSlots
        title={words.case.otherTimes}
        label={words.case.pick}
        take={(slot) => call('pick-slot', { params, body: { slot } })}
      />
      <p class="hint">{words.case.passHint}</p>
      <Form send={() => call('pass-offer', { params })} done={again} label={words.case.passButton} kind="quiet" />
    </Card>
  );
}
