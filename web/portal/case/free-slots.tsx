import { useState } from 'preact/hooks';
import type { RequestView } from '../../../contract/request-view.ts';
import type { Answered } from '../../api/client.ts';
import { Choices } from '../../kit/choices.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';

type FreeSlotsProps = {
  readonly title: string;
  readonly label: string;
  readonly take: (slot: string) => Promise<Answered<RequestView>>;
};

/** Other free turns of the same official; asked for only when somebody looks. */
export function FreeSlots({ title, label, take }: FreeSlotsProps) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && <Free label={label} take={take} />}
    </details>
  );
}

function Free({ label, take }: Omit<FreeSlotsProps, 'title'>) {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const { day, time } = useSpeech();
  const free = useAnswer(() => call('list-free-slots', { params: { id: request.id } }), [request.version]);
  return (
    <Loaded from={free}>
      {({ sessions }) =>
        sessions.every(({ slots }) => slots.length === 0) ? (
          <p>{words.case.noSlots}</p>
        ) : (
          <Form send={(data) => take(textOf(data, 'slot'))} done={again} label={label}>
            {sessions.map((session) => (
              <Choices
                key={session.id}
                name="slot"
                legend={`${day(session.startsAt)} · ${session.venue.name}`}
                beside
                items={session.slots.map(({ id, startsAt }) => ({ value: id, label: time(startsAt) }))}
              />
            ))}
          </Form>
        )
      }
    </Loaded>
  );
}
