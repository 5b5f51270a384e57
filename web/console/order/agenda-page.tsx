import { useState } from 'preact/hooks';
import { PageTitle } from '../../kit/layout.tsx';
import { Card, SummaryList } from '../../kit/lists.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { Told } from '../../kit/told.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OrderCard } from './order-cards.tsx';

const COUNTS = ['due', 'overdue', 'veryLate', 'disputed', 'renewals', 'hostAbsences'] as const;

/** What a session opens with: the official's promises that are late or nearly due, to be renewed, handed over or ended. */
export function AgendaPage({ session }: { session: string }) {
  const { words, base, call, me } = useConsole();
  const { number } = useSpeech();
  const { agenda, done } = words.after;
  const shown = useAnswer(() => call('show-agenda', { params: { session } }), [session]);
  const [round, setRound] = useState(0);
  const again = () => {
    shown.again();
    setRound((before) => before + 1);
  };
  return (
    <>
      <PageTitle
        title={agenda.title}
        lead={agenda.lead}
        back={<a href={`${base}/sessions/${session}`}>{words.sessions.title}</a>}
      />
      <Told text={done} round={round} />
      <Loaded from={shown}>
        {({ cards, counts, more }) => (
          <>
            <Card>
              <SummaryList rows={COUNTS.map((name) => ({ term: agenda.counts[name], value: number(counts[name]) }))} />
            </Card>
            {cards.length === 0 && <Empty>{agenda.none}</Empty>}
            {cards.map(({ request, topic, code, order }) => (
              <OrderCard
                key={`${request}-${order.number}-${round}`}
                {...{ request, topic, code, order, again }}
                permissions={me.permissions}
              />
            ))}
            {more && (
              <Notice>
                <p>{agenda.more}</p>
              </Notice>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
