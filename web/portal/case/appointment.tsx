import type { RequestView } from '../../../contract/request-view.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { Form, optionalText } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { placeOf } from '../../kit/place-of.ts';
import { CalendarButton } from '../calendar-button.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';
import { FreeSlots } from './free-slots.tsx';
import { StandIn } from './stand-in.tsx';

/** The turn that is made: when, where and how; its ticket; and the ways to change it. */
export function Appointment({ turn }: { turn: NonNullable<RequestView['appointment']> }) {
  const { words, call, base } = usePortal();
  const { request, sessions } = useCase();
  const params = { id: request.id };
  const session = sessions.find(({ id }) => id === turn.session);
  const place = placeOf(sessions, turn.session);
  return (
    <Card title={words.case.appointment} tone="lively">
      <p class="lead">
        <strong>{turn.says}</strong>
      </p>
      <p dir="auto">{place}</p>
      {session && session.mode !== 'in-person' ? <p>{words.kit.modes[session.mode]}</p> : <p>{words.case.comeEarly}</p>}
      <StandIn sessions={[turn.session]} />
      <p class="actions">
        <LinkButton href={`${base}/requests/${request.id}/ticket`}>{words.case.ticket}</LinkButton>
        <CalendarButton id={turn.slot} startsAt={turn.startsAt} endsAt={turn.endsAt} place={place} />
        <Button kind="quiet" onClick={() => print()}>
          {words.done.print}
        </Button>
      </p>
      <FreeSlots
        title={words.case.move}
        label={words.case.moveButton}
        take={(slot) => call('move-appointment', { params, body: { slot } })}
      />
      <Earlier />
      <Cancel />
    </Card>
  );
}

/** The wish for an earlier turn, or that there is one; nothing is given up by it. */
function Earlier() {
  const { words, call } = usePortal();
  const { request, wishesEarlier = false, again } = useCase();
  const wish = () => call('wish-for-earlier', { params: { id: request.id }, body: { wanted: !wishesEarlier } });
  return (
    <details key={String(wishesEarlier)} open={wishesEarlier}>
      <summary>{wishesEarlier ? words.case.earlierSaved : words.case.earlier}</summary>
      <p class="hint">{words.case.earlierHint}</p>
      <Form
        send={wish}
        done={again}
        label={wishesEarlier ? words.case.earlierNo : words.case.earlierYes}
        kind={wishesEarlier ? 'quiet' : 'main'}
      />
    </details>
  );
}

function Cancel() {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const cancel = (data: FormData) => {
    const text = optionalText(data, 'text');
    return call('cancel-appointment', { params: { id: request.id }, body: { ...(text && { text }) } });
  };
  return (
    <details>
      <summary>{words.case.cancel}</summary>
      <p class="hint">{words.case.cancelHint}</p>
      <Form send={cancel} done={again} label={words.case.cancel} kind="danger">
        <TextArea name="text" label={words.case.why} most={1000} rows={2} optional />
      </Form>
    </details>
  );
}
