import { PageTitle } from '../../kit/layout.tsx';
import { Card } from '../../kit/lists.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OrderCards } from '../order/order-cards.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { History } from './history.tsx';
import { Matter, People, Standing } from './matter.tsx';
import { CaseContext } from './open-case.ts';
import { SlipButton } from './slip-button.tsx';
import { TurnStory } from './turn-story.tsx';

/** One case: where it stands and what may be decided, the matter and its people, and everything that happened. */
export function CasePage({ id }: { id: string }) {
  const { words, call } = useConsole();
  const shown = useAnswer(() => call('show-case', { params: { id } }), [id]);
  return (
    <Loaded from={shown}>
      {(open) => (
        <CaseContext.Provider value={{ ...open, again: shown.again }}>
          <PageTitle title={words.case.title(`\u2066${open.request.code}\u2069`)} />
          <div class="columns">
            <div>
              <Standing />
              <TurnStory />
              <OrderCards request={open.request} permissions={open.permissions} again={shown.again} />
              <Matter />
              <People />
            </div>
            <div>
              <DecisionBar />
              <Card title={words.case.history}>
                <History />
              </Card>
              <SlipButton />
            </div>
          </div>
        </CaseContext.Provider>
      )}
    </Loaded>
  );
}
