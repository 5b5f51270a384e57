import type { ReplyOf } from '../../../contract/operation.ts';
import type { proposeAttendees } from '../../../contract/staff/session.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';
import { ActReport, useAct } from '../use-act.tsx';
import type { Session } from './shown-session.ts';

type Proposed = ReplyOf<typeof proposeAttendees>['proposed'][number];

/** Who sits in beside the host, and who should, by the topics of those who come. */
export function Attendees({ session, again }: { session: Session; again: () => void }) {
  const { words, call, me } = useConsole();
  const { attendees } = words.turns;
  const mayPlan = me.permissions.includes('plan-sessions') && !session.cancelledAt;
  const { busy, act, problem, said } = useAct();
  const add = ({ attendee }: Proposed) =>
    void act({
      send: () =>
        call('change-session', {
          params: { session: session.id },
          body: { attendees: [...(session.attendees ?? []), attendee] },
        }),
      done: again,
      says: attendees.added,
    });
  return (
    <Card title={attendees.title}>
      <ActReport problem={problem} said={said} />
      <Named session={session} />
      {mayPlan && <Proposals key={session.attendees?.length ?? 0} session={session} busy={busy} add={add} />}
    </Card>
  );
}

/** Those who are named now; a unit and a post by their names where they are known. */
function Named({ session: { attendees = [] } }: { session: Session }) {
  const { words } = useConsole();
  const names = useNames();
  if (attendees.length === 0) return <p class="hint">{words.turns.attendees.none}</p>;
  return (
    <ul>
      {attendees.map((one) => {
        const name = 'name' in one ? one.name : 'unit' in one ? names.unit(one.unit) : one.post;
        return (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        );
      })}
    </ul>
  );
}

type ProposalsProps = { readonly session: Session; readonly busy: boolean; readonly add: (one: Proposed) => void };

function Proposals({ session, busy, add }: ProposalsProps) {
  const { words, call } = useConsole();
  const names = useNames();
  const asked = useAnswer(() => call('propose-attendees', { params: { session: session.id } }), [session.id]);
  const { attendees } = words.turns;
  return (
    <div class="no-print">
      <h3>{attendees.proposed}</h3>
      <Loaded from={asked}>
        {({ proposed }) =>
          proposed.length === 0 ? (
            <p class="hint">{attendees.nobody}</p>
          ) : (
            <ul class="rows">
              {proposed.map((one) => (
                <li key={one.says}>
                  <bdi>{one.says}</bdi>{' '}
                  {one.has ? (
                    <Tag kind="success">{attendees.has}</Tag>
                  ) : (
                    <Button kind="quiet" busy={busy} onClick={() => add(one)}>
                      {attendees.add} <span class="for-readers">{one.says}</span>
                    </Button>
                  )}
                  <div class="hint">
                    {one.template
                      ? attendees.template
                      : `${attendees.because} ${one.topics.map(names.topic).join(' · ')}`}
                  </div>
                  {one.busy.map(({ why, official }) => (
                    <Tag key={`${why}-${official}`} kind="warning">
                      {attendees.busy[why]}
                    </Tag>
                  ))}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
