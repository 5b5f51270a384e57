import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { checkIn } from '../../../contract/staff/meeting-day.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { ActReport, useAct } from '../use-act.tsx';
import { Camera } from './camera.tsx';
import { canReadCodes } from './read-codes.ts';

/** Arrivals: a ticket before the camera or a reader, or a code that is typed; then the field waits for the next one. */
export function Door({ arrived }: { arrived: () => void }) {
  const { words, call } = useConsole();
  const { number } = useSpeech();
  const [round, setRound] = useState(0);
  const [isLooking, setLooking] = useState(false);
  const { act, problem, said, say } = useAct();
  const form = useRef<HTMLDivElement>(null);
  const { day } = words.turns;

  const says = ({ visit, request }: ReplyOf<typeof checkIn>) =>
    day.hasArrived(number(visit.number), `\u2066${request.code}\u2069`);
  const send = (code: string) => call('check-in', { body: { code } });
  const done = (entered: ReplyOf<typeof checkIn>) => {
    say(says(entered));
    setRound((before) => before + 1);
    arrived();
  };
  const seen = (code: string) => void act({ send: () => send(code), done, says: '' });
  useEffect(() => {
    if (round > 0) form.current?.querySelector('input')?.focus();
  }, [round]);

  return (
    <Card title={day.door} tone="lively">
      <ActReport problem={problem} said={said} />
      <div ref={form}>
        <Form key={round} send={(data) => send(textOf(data, 'code'))} done={done} label={day.arrive}>
          <Field name="code" label={day.code} hint={day.codeHint} direction="ltr" autocomplete="off" size={24} />
        </Form>
      </div>
      {canReadCodes() && (
        <p>
          <Button kind="quiet" onClick={() => setLooking(!isLooking)}>
            {isLooking ? day.cameraOff : day.camera}
          </Button>
        </p>
      )}
      {isLooking && <Camera seen={seen} />}
    </Card>
  );
}
