import { Button } from '../../kit/button.tsx';
import { Choices } from '../../kit/choices.tsx';
import { TextArea } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { placeOf } from '../../kit/place-of.ts';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';
import { FreeSlots } from './free-slots.tsx';

/** The turn of a request: those that are offered, or the one that is made. */
export function Turn() {
  const { request } = useCase();
  if (request.status === 'offered') return <Offer />;
  return request.status === 'scheduled' && request.appointment ? <Appointment /> : null;
}

function Offer() {
  const { words, call } = usePortal();
  const open = useCase();
  const { request, again } = open;
  const params = { id: request.id };
  const offered = request.offered ?? [];
  const accept = (data: FormData) => call('accept-offer', { params, body: { slot: textOf(data, 'slot') } });
  return (
    <Card tone="lively">
      <Form send={accept} done={again} label={words.case.accept}>
        <Choices
          name="slot"
          legend={words.case.offered}
          value={offered[0]?.slot}
          items={offered.map(({ slot, says, session }) => ({
            value: slot,
            label: `${says} · ${placeOf(open.sessions, session)}`,
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

function Appointment() {
  const { words, call } = usePortal();
  const open = useCase();
  const { request, again } = open;
  const params = { id: request.id };
  const cancel = (data: FormData) => {
    const text = optionalText(data, 'text');
    return call('cancel-appointment', { params, body: { ...(text && { text }) } });
  };
  return (
    <Card title={words.case.appointment} tone="lively">
      <p class="lead">
        <strong>{request.appointment?.says}</strong>
      </p>
      {request.appointment && <p dir="auto">{placeOf(open.sessions, request.appointment.session)}</p>}
      <p>{words.case.comeEarly}</p>
      <p>
        <Button kind="quiet" onClick={() => print()}>
          {words.done.print}
        </Button>
      </p>
      <FreeSlots
        title={words.case.move}
        label={words.case.moveButton}
        take={(slot) => call('move-appointment', { params, body: { slot } })}
      />
      <details>
        <summary>{words.case.cancel}</summary>
        <p class="hint">{words.case.cancelHint}</p>
        <Form send={cancel} done={again} label={words.case.cancel} kind="danger">
          <TextArea name="text" label={words.case.why} most={1000} rows={2} optional />
        </Form>
      </details>
    </Card>
  );
}
