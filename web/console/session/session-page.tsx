import type { ReplyOf } from '../../../contract/operation.ts';
import type { showSession } from '../../../contract/staff/session.ts';
import { Button } from '../../kit/button.tsx';
import { Form } from '../../kit/form.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Ltr } from '../../kit/lists.tsx';
import { Notice, Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';

/** A session with its turns and who holds them: the list of the day, also on paper. */
export function SessionPage({ id }: { id: string }) {
  const { words, base, call, me } = useConsole();
  const shown = useAnswer(() => call('show-session', { params: { session: id } }), [id]);
  return (
    <Loaded from={shown}>
      {({ session, slots }) => (
        <>
          <PageTitle title={session.says} back={<a href={`${base}/sessions`}>{words.sessions.title}</a>} />
          {session.cancelledAt && (
            <Notice kind="danger">
              <p>{words.sessions.cancelled}</p>
            </Notice>
          )}
          <Turns slots={slots} />
          <p class="actions">
            <Button kind="quiet" onClick={() => print()}>
              {words.sessions.print}
            </Button>
          </p>
          {!session.cancelledAt && me.permissions.includes('plan-sessions') && (
            <details class="no-print">
              <summary>{words.sessions.cancel}</summary>
              <Form
                send={() => call('cancel-session', { params: { session: id }, body: {} })}
                done={shown.again}
                label={words.sessions.cancel}
                kind="danger"
              />
            </details>
          )}
        </>
      )}
    </Loaded>
  );
}

function Turns({ slots }: Pick<ReplyOf<typeof showSession>, 'slots'>) {
  const { words, base } = useConsole();
  const { number, time } = useSpeech();
  const { sessions } = words;
  return (
    <table class="stacked">
      <caption>{sessions.slots(number(slots.length))}</caption>
      <thead>
        <tr>
          <th scope="col">{sessions.number}</th>
          <th scope="col">{sessions.time}</th>
          <th scope="col">{sessions.kind}</th>
          <th scope="col">{sessions.state}</th>
          <th scope="col">{sessions.holder}</th>
        </tr>
      </thead>
      <tbody>
        {slots.map((slot) => (
          <tr key={slot.id}>
            <td data-label={sessions.number}>{number(slot.number)}</td>
            <td data-label={sessions.time}>
              <Ltr>{time(slot.startsAt)}</Ltr>
            </td>
            <td data-label={sessions.kind}>{sessions.kinds[slot.kind]}</td>
            <td data-label={sessions.state}>
              <Tag kind={slot.state === 'given' ? 'success' : slot.state === 'held' ? 'warning' : 'plain'}>
                {sessions.states[slot.state]}
              </Tag>
            </td>
            <td data-label={sessions.holder}>
              {slot.holder && (
                <a href={`${base}/cases/${slot.holder.request}`}>
                  <Ltr>{slot.holder.code ?? slot.holder.request}</Ltr>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
