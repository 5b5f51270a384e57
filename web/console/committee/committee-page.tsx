import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Card } from '../../kit/lists.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { Told } from '../../kit/told.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { type Agenda, CommitteeState } from './committee-state.tsx';
import { MatterCard } from './matter-card.tsx';

/** One committee: who sits in it, its agenda, what it decided about each matter, and its minutes. On paper all of it. */
export function CommitteePage({ id }: { id: string }) {
  const { words, base, call } = useConsole();
  const { committee: say, done, print: printIt } = words.after;
  const shown = useAnswer(() => call('show-committee', { params: { committee: id } }), [id]);
  const [round, setRound] = useState(0);
  const again = () => {
    shown.again();
    setRound((before) => before + 1);
  };
  return (
    <Loaded from={shown}>
      {(agenda) => (
        <>
          <PageTitle title={say.of(agenda.committee.says)} back={<a href={`${base}/committees`}>{say.title}</a>} />
          <Told text={done} round={round} />
          <Head {...agenda} />
          <p class="no-print">
            <Button kind="quiet" onClick={() => print()}>
              {printIt}
            </Button>
          </p>
          <h2>{say.agenda}</h2>
          {!agenda.committee.openedAt && <p class="hint">{say.draft}</p>}
          {agenda.matters.length === 0 && <Empty>{say.noMatters}</Empty>}
          {agenda.matters.map((matter) => (
            <MatterCard
              key={`${matter.request}-${matter.order}-${matter.decision?.at}`}
              {...{ matter, again }}
              committee={agenda.committee}
            />
          ))}
          <Ending key={round} {...agenda} again={again} />
        </>
      )}
    </Loaded>
  );
}

function Head({ committee }: Agenda) {
  const { words, base } = useConsole();
  const { committee: say } = words.after;
  return (
    <Card>
      <p>
        <CommitteeState committee={committee} />{' '}
        {committee.follows && <a href={`${base}/committees/${committee.follows}`}>{say.before}</a>}{' '}
        {committee.next && <a href={`${base}/committees/${committee.next}`}>{say.next}</a>}
      </p>
      <h2>{say.attendees}</h2>
      <ul>
        {committee.attendees.map(({ role, unit, says }) => (
          <li key={`${role}-${unit}`}>{says}</li>
        ))}
      </ul>
      {committee.minutes && (
        <>
          <h2>{say.minutes}</h2>
          <p>
            <Said text={committee.minutes} />
          </p>
        </>
      )}
    </Card>
  );
}

/** Opening before it has begun, closing with the minutes while it sits. */
function Ending({ committee, matters, again }: Agenda & { again: () => void }) {
  const { words, call } = useConsole();
  const { number } = useSpeech();
  const { committee: say } = words.after;
  const params = { committee: committee.id };
  if (committee.closedAt) return null;
  if (!committee.openedAt) {
    return (
      <Card title={say.begin}>
        <p class="hint">{say.beginHint}</p>
        <Form send={() => call('open-committee', { params, body: {} })} done={again} label={say.begin} />
      </Card>
    );
  }
  const undecided = matters.filter(({ decision }) => decision === undefined).length;
  return (
    <Card title={say.end}>
      <p class="hint">{say.endHint}</p>
      {undecided > 0 && <p>{say.undecided(number(undecided))}</p>}
      <Form
        send={(data) => call('close-committee', { params, body: { minutes: textOf(data, 'minutes') } })}
        done={again}
        label={say.end}
      >
        <TextArea name="minutes" label={say.minutes} most={5000} rows={6} />
      </Form>
    </Card>
  );
}
