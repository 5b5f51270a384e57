import { generate } from 'lean-qr';
import { useEffect, useRef } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { giveWalkIn } from '../../../contract/staff/meeting-day.ts';
import { Button } from '../../kit/button.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Card, Ltr, SummaryList } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';

export type WalkInGiven = ReplyOf<typeof giveWalkIn>;

/** The ticket as it is printed: the number, about when, and its code for the door. */
export function WalkInTicket({ given: { visit, request, ticket }, back }: { given: WalkInGiven; back: () => void }) {
  const { words, city } = useConsole();
  const { number, time } = useSpeech();
  const canvas = useRef<HTMLCanvasElement>(null);
  const title = useRef<HTMLDivElement>(null);
  const { day } = words.turns;
  useEffect(() => {
    if (canvas.current) generate(ticket).toCanvas(canvas.current);
    title.current?.querySelector('h1')?.focus();
  }, [ticket]);
  return (
    <div ref={title}>
      <PageTitle title={`${day.ticketTitle} ${number(visit.number)}`} />
      <Card title={city.branding.service} tone="lively">
        <p class="ticket-number">{number(visit.number)}</p>
        <p>{request.appointment?.says}</p>
        <canvas class="qr" ref={canvas} role="img" aria-label={day.ticketScan} />
        <p>{day.ticketScan}</p>
        <SummaryList
          rows={[
            { term: day.tracking, value: <Ltr>{request.code}</Ltr> },
            { term: day.about, value: visit.place.estimatedAt && <Ltr>{time(visit.place.estimatedAt)}</Ltr> },
          ]}
        />
        <p class="actions">
          <Button onClick={() => print()}>{day.print}</Button>
          <Button kind="quiet" onClick={back}>
            {day.back}
          </Button>
        </p>
      </Card>
    </div>
  );
}
