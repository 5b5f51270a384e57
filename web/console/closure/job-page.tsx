import '../turns.css';
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { showJob } from '../../../contract/staff/job.ts';
import { newKey } from '../../api/new-key.ts';
import { LinkButton } from '../../kit/button.tsx';
import { Form } from '../../kit/form.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Card, SummaryList } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded } from '../../kit/use-answer.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useConsole } from '../console.ts';
import { Untold } from './untold.tsx';

type Job = ReplyOf<typeof showJob>;

const LOOK_EVERY_SECONDS = 5;

/** How far a closure has come, what is still to be decided, and who could not be told. */
export function JobPage({ job }: { job: string }) {
  const { words, base, call } = useConsole();
  const shown = useLive(() => call('show-job', { params: { job } }), [job], LOOK_EVERY_SECONDS);
  const { closure } = words.turns;
  return (
    <>
      <PageTitle title={closure.jobTitle} back={<a href={`${base}/closure`}>{closure.another}</a>} />
      <Loaded from={shown}>
        {(now) => (
          <>
            <Progress job={now} />
            {now.extra.map((extra) => (
              <ExtraSession key={`${extra.official}-${extra.on}`} extra={extra} held={shown.again} />
            ))}
            {now.finishedAt && <Untold unit={now.unit} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function Progress({ job: { done, total, moved, failed, finishedAt, askedAt, reason } }: { job: Job }) {
  const { words } = useConsole();
  const { number, moment } = useSpeech();
  const { closure } = words.turns;
  const says = total === undefined ? closure.counting : closure.progress(number(done), number(total));
  return (
    <Card tone="lively">
      <p role="status">
        {finishedAt ? <Tag kind="success">{closure.finished}</Tag> : <Tag kind="info">{closure.working}</Tag>} {says}
      </p>
      {!finishedAt && (
        <progress class="progress" aria-label={closure.jobTitle} max={Math.max(1, total ?? 1)} value={done} />
      )}
      <SummaryList
        rows={[
          { term: closure.why, value: reason },
          { term: closure.askedAt, value: moment(askedAt) },
          { term: closure.moved, value: number(moved) },
          { term: closure.failed, value: failed > 0 && <Tag kind="danger">{number(failed)}</Tag> },
        ]}
      />
    </Card>
  );
}

/** A session that could be held for those without another turn: one act plans it and gives its turns. */
function ExtraSession({ extra, held }: { extra: Job['extra'][number]; held: () => void }) {
  const { words, base, call, me } = useConsole();
  const { number } = useSpeech();
  const [key] = useState(newKey);
  const [session, setSession] = useState<string>();
  const { official, needed, seats, says, ...plan } = extra;
  const { closure } = words.turns;
  return (
    <Card title={closure.extra}>
      <p>
        {closure.extraNeeded(number(needed))} {says} · {closure.extraSeats(number(seats))}
      </p>
      {session ? (
        <p role="status">
          {closure.held} <LinkButton href={`${base}/sessions/${session}`}>{closure.session}</LinkButton>
        </p>
      ) : (
        me.permissions.includes('plan-sessions') && (
          <Form
            send={() => call('plan-extra-session', { params: { official }, idempotencyKey: key, body: plan })}
            done={(planned) => {
              setSession(planned.session.id);
              held();
            }}
            label={closure.hold}
          />
        )
      )}
    </Card>
  );
}
