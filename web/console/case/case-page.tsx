import { useState } from 'preact/hooks';
import { PageTitle } from '../../kit/layout.tsx';
import { Card } from '../../kit/lists.tsx';
import { Told } from '../../kit/told.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OrderCards } from '../order/order-cards.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { History } from './history.tsx';
import { Matter, People, Standing } from './matter.tsx';
import { MoreActs } from './more-acts.tsx';
import { CaseContext, disputesOf } from './open-case.ts';
import { Outcomes } from './outcomes.tsx';
import { RequestLinks } from './request-links.tsx';
import { SlipButton } from './slip-button.tsx';
import { TurnStory } from './turn-story.tsx';

/** One case: where it stands and what may be decided, the matter and its people, and everything that happened. */
export function CasePage({ id }: { id: string }) {
  const { words, call } = useConsole();
  const shown = useAnswer(() => call('show-case', { params: { id } }), [id]);
  const [round, setRound] = useState(0);
  const again = () => {
    shown.again();
    setRound((before) => before + 1);
  };
  return (
    <Loaded from={shown}>
      {(open) => (
        <CaseContext.Provider value={{ ...open, again }}>
          <PageTitle title={words.case.title(`\u2066${open.request.code}\u2069`)} />
          <Told text={words.after.done} round={round} />
          <div class="columns">
            <div>
              <Standing />
              <TurnStory />
              <Outcomes />
              <OrderCards
                key={`orders-${open.request.version}`}
                request={open.request}
                permissions={open.permissions}
                disputes={disputesOf(open)}
                again={again}
              />
              <Matter />
              <People />
            </div>
            <div>
              <DecisionBar />
              <MoreActs key={`more-${open.request.version}`} />
              <Card title={words.case.history}>
                <History />
              </Card>
              <RequestLinks key={`links-${open.request.version}`} />
              <SlipButton />
            </div>
          </div>
        </CaseContext.Provider>
      )}
    </Loaded>
  );
}
