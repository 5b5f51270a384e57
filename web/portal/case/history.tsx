import { Timeline } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { usePortal } from '../portal.ts';
import type { OpenCase } from './case.ts';

/** The timeline, as its citizen may read it. */
export function History({ events }: { events: OpenCase['events'] }) {
  const { words } = usePortal();
  const { moment, number } = useSpeech();
  return (
    <Timeline
      moments={events.map(({ kind, at, by, text, facts }, index) => ({
        key: `${at}-${index}`,
        title: [words.kit.events[kind], facts.order && words.kit.orderNumber(number(Number(facts.order)))]
          .filter(Boolean)
          .join(' · '),
        at: moment(at),
        by: by === 'citizen' ? words.case.you : words.kit.actors[by],
        text,
      }))}
    />
  );
}
