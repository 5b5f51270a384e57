import { useEffect, useState } from 'preact/hooks';
import type { lookAtPlace } from '../../../contract/citizen/meeting-day.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Card } from '../../kit/lists.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import { QrCode } from '../qr-code.tsx';
import { SignedIn } from '../signed-in.tsx';

type Place = ReplyOf<typeof lookAtPlace>;
const LOOK_EVERY_MS = 10_000;

/** For the day itself: what to show at the desk, where one stands in the line, and a way to say that one has come. */
export function TicketPage({ id }: { id: string }) {
  return (
    <SignedIn>
      <Ticket id={id} />
    </SignedIn>
  );
}

function Ticket({ id }: { id: string }) {
  const { words, base, call } = usePortal();
  const { number } = useSpeech();
  const shown = useAnswer(() => call('show-ticket', { params: { id } }), [id]);
  return (
    <>
      <PageTitle title={words.ticket.title} back={<a href={`${base}/requests/${id}`}>{words.ticket.back}</a>} />
      <Loaded from={shown}>
        {({ ticket, number: place, says, session }) => (
          <>
            <div class="no-print">
              <LivePlace id={id} ticket={ticket} />
            </div>
            <Card>
              <div class="beside-qr">
                <QrCode text={ticket} label={words.ticket.qr} />
                <div>
                  <p>
                    {words.ticket.number} <strong class="turn-number">{number(place)}</strong>
                  </p>
                  <p>
                    <strong>{says}</strong>
                  </p>
                  <p>{[session.venue.name, session.venue.address].filter(Boolean).join(' · ')}</p>
                  <p class="hint">{words.ticket.show}</p>
                </div>
              </div>
              <p class="actions">
                <Button kind="quiet" onClick={() => print()}>
                  {words.done.print}
                </Button>
              </p>
            </Card>
          </>
        )}
      </Loaded>
    </>
  );
}

/** Where the turn stands now; looked at again as long as the page is seen. */
function LivePlace({ id, ticket }: { id: string; ticket: string }) {
  const { words, call } = usePortal();
  const [place, setPlace] = useState<Place>();
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const answered = await call('look-at-place', { params: { ticket } });
      setIsLost(!answered.agreed);
      if (answered.agreed) setPlace(answered.value);
    };
    void look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ticket]);
  const isCalled = place?.state === 'called';
  return (
    <>
      {isCalled && (
        <Notice kind="success" title={words.ticket.called} alert>
          <p class="lead">{place.says}</p>
        </Notice>
      )}
      <Card title={words.ticket.place} tone="lively">
        <p class="lead" aria-live="polite">
          {!isCalled && place?.says}
        </p>
        <p class="hint">{isLost ? words.ticket.notLive : words.ticket.live}</p>
        {place?.state === 'expected' && <Arrive id={id} arrived={setPlace} />}
      </Card>
    </>
  );
}

/** The code on the wall of the venue proves that one is there. */
function Arrive({ id, arrived }: { id: string; arrived: (place: Place) => void }) {
  const { words, call } = usePortal();
  const send = (data: FormData) =>
    call('check-in-myself', { params: { id }, body: { venueCode: textOf(data, 'venueCode') } });
  return (
    <details>
      <summary>{words.ticket.arrive}</summary>
      <Form send={send} done={arrived} label={words.ticket.arrive}>
        <Field
          name="venueCode"
          label={words.ticket.venueCode}
          hint={words.ticket.arriveHint}
          direction="ltr"
          size={10}
        />
      </Form>
    </details>
  );
}
