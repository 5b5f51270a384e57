import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { Card, Ltr } from '../kit/lists.tsx';
import { navigate } from '../kit/router.ts';
import { useSpeech } from '../kit/speech.ts';
import { Empty } from '../kit/states.tsx';
import { Loaded, useAnswer } from '../kit/use-answer.tsx';
import { usePortal } from './portal.ts';
import { SignedIn } from './signed-in.tsx';
import { StatusTag } from './status-tag.tsx';

/** All requests of the proven contact, newest first. */
export function MinePage() {
  return (
    <SignedIn>
      <Mine />
    </SignedIn>
  );
}

function Mine() {
  const { words, base, signIn } = usePortal();
  const leave = () => {
    signIn(undefined);
    navigate(base);
  };
  return (
    <>
      <PageTitle title={words.mine.title} />
      <Requests />
      <p class="actions">
        <Button kind="quiet" onClick={leave}>
          {words.mine.signOut}
        </Button>
      </p>
    </>
  );
}

/** Those from a place in the list on; the rest comes below when it is asked for. */
function Requests({ after }: { after?: string }) {
  const { words, base, call, session } = usePortal();
  const { day } = useSpeech();
  const [more, setMore] = useState(false);
  const mine = useAnswer(() => call('my-requests', { query: { after } }), [session]);
  const topics = useAnswer(() => call('list-topics', {}), [call]);
  const nameOf = (topic: string) =>
    topics.answer?.agreed ? topics.answer.value.topics.find(({ id }) => id === topic)?.name : words.case.topic;
  return (
    <Loaded from={mine}>
      {({ requests, next }) => (
        <>
          {requests.length === 0 && !after && (
            <Empty action={<a href={`${base}/ask/whom`}>{words.start.ask}</a>}>{words.mine.none}</Empty>
          )}
          {requests.map((request) => (
            <Card key={request.id}>
              <h2>
                <a href={`${base}/requests/${request.id}`}>{nameOf(request.topic)}</a> <StatusTag request={request} />
              </h2>
              {request.status !== 'closed' && (
                <p>
                  {words.case.heldBy}: {request.next.owner.says}
                  <br />
                  {words.case.deadline}: {request.next.deadline.says}
                </p>
              )}
              <p class="hint">
                <Ltr>{request.code}</Ltr> · {words.mine.on(day(request.submittedAt))}
              </p>
            </Card>
          ))}
          {next && !more && (
            <Button kind="quiet" onClick={() => setMore(true)}>
              {words.mine.more}
            </Button>
          )}
          {next && more && <Requests after={next} />}
        </>
      )}
    </Loaded>
  );
}
