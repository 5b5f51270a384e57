import { PageTitle } from '../../kit/layout.tsx';
import { Card } from '../../kit/lists.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import { SignedIn } from '../signed-in.tsx';
import { StatusTag } from '../status-tag.tsx';
import { MoreActs, ToDo } from './acts.tsx';
import { CaseContext, type OpenCase } from './case.ts';
import { History } from './history.tsx';
import { Links } from './links.tsx';
import { Matter } from './matter.tsx';
import { NextStep } from './next-step.tsx';
import { Outcome } from './outcome.tsx';
import { Survey } from './survey.tsx';
import { Turn } from './turn.tsx';
import { Explanation, Waiting } from './waiting.tsx';

/** One request: where it stands, what its citizen can do now, and the whole story. */
export function CasePage({ id }: { id: string }) {
  return (
    <SignedIn>
      <Case id={id} />
    </SignedIn>
  );
}

function Case({ id }: { id: string }) {
  const { base, call, session, words } = usePortal();
  const tracked = useAnswer(() => call('track-request', { params: { id } }), [id, session?.token]);
  const isProblem = tracked.answer?.agreed === false;
  return (
    <>
      {isProblem && <PageTitle title={words.track.title} />}
      <Loaded from={tracked}>
        {(reply) => (
          <CaseContext.Provider value={{ ...reply, again: tracked.again }}>
            <Stage reply={reply} />
            <ToDo />
            <Turn />
            <Outcome />
            {reply.request.decisions.includes('rate') && <Survey />}
            <Card title={words.case.history}>
              <History events={reply.events} />
            </Card>
            <Matter />
            <Links />
            <MoreActs />
          </CaseContext.Provider>
        )}
      </Loaded>
      {isProblem && <a href={`${base}/my`}>{words.start.mine}</a>}
    </>
  );
}

function Stage({ reply: { request } }: { reply: Omit<OpenCase, 'again'> }) {
  const { words } = usePortal();
  return (
    <>
      <PageTitle title={words.case.title(`\u2066${request.code}\u2069`)} />
      <Card tone="lively">
        <p>
          <StatusTag request={request} />
        </p>
        <NextStep request={request} />
        <Waiting />
        <Explanation />
        {request.reason && (
          <p>
            {words.case.closedBecause}: {words.kit.closingReasons[request.reason]}
          </p>
        )}
      </Card>
    </>
  );
}
