import { eventLine } from '../../kit/event-line.ts';
import { Timeline } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { usePortal } from '../portal.ts';
import type { OpenCase } from './case.ts';

/** The timeline, as its citizen may read it. */
export function History({ events }: { events: OpenCase['events'] }) {
  const { words } = usePortal();
  const speech = useSpeech();
  return <Timeline moments={events.map((event, index) => eventLine(event, index, speech, words.case.you))} />;
}
