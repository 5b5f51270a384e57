import { useState } from 'preact/hooks';
import { Choices } from '../../kit/choices.tsx';
import { Select } from '../../kit/field.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';

/** A session of the request's official, then its free turns: one, or several where they are only offered. */
export function SlotPicker({ many = false }: { many?: boolean }) {
  const { words, call } = useConsole();
  const { request } = useCase();
  const [session, setSession] = useState<string>();
  const ahead = useAnswer(() => call('list-sessions', { params: { official: request.official } }), [request.official]);
  return (
    <Loaded from={ahead}>
      {({ items }) => {
        const open = items.filter(({ cancelledAt }) => cancelledAt === undefined);
        const shown = session ?? open[0]?.id;
        if (!shown) return <p>{words.forms.noSessions}</p>;
        return (
          <>
            <Select
              name="session"
              label={words.forms.session}
              value={shown}
              onChoose={setSession}
              choices={open.map(({ id, says, mode }) => ({ value: id, label: `${says} · ${words.kit.modes[mode]}` }))}
            />
            <FreeSlots key={shown} session={shown} many={many} />
          </>
        );
      }}
    </Loaded>
  );
}

function FreeSlots({ session, many }: { session: string; many: boolean }) {
  const { words, call } = useConsole();
  const { time } = useSpeech();
  const shown = useAnswer(() => call('show-session', { params: { session } }), [session]);
  return (
    <Loaded from={shown}>
      {({ slots }) => {
        const free = slots.filter(({ state }) => state === 'free');
        if (free.length === 0) return <p>{words.forms.noFreeSlots}</p>;
        return (
          <Choices
            name={many ? 'slots' : 'slot'}
            legend={many ? words.forms.slots : words.forms.slot}
            many={many}
            items={free.map(({ id, startsAt, kind }) => ({
              value: id,
              label: `${time(startsAt)} · ${words.sessions.kinds[kind]}`,
            }))}
          />
        );
      }}
    </Loaded>
  );
}
