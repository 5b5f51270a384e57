import { Ltr, SummaryList } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { Unfold } from '../unfold.tsx';
import { useCase } from './open-case.ts';

/** Before these there was never a place in a queue. */
const WITHOUT_PLACE: readonly string[] = ['submitted', 'needs-info', 'answered', 'declined'];

/** How the request came to its place: who was before, who passed it and why. It is reckoned only when somebody wants to know. */
export function TurnStory() {
  const { words } = useConsole();
  const { request } = useCase();
  if (WITHOUT_PLACE.includes(request.status)) return null;
  return (
    <Unfold title={words.turns.story.title}>
      <Story key={request.version} />
    </Unfold>
  );
}

function Story() {
  const { words, call } = useConsole();
  const { number } = useSpeech();
  const { request, queue } = useCase();
  const { story } = words.turns;
  const asked = useAnswer(() => call('explain-turn', { params: { id: request.id } }), [request.id]);
  const place = (isFar: boolean, at: number, length: number) =>
    isFar ? story.far(number(at)) : story.queue(number(at), number(length));
  return (
    <Loaded from={asked}>
      {({ says, passed, lots, isCut }) => (
        <>
          <p>{says}</p>
          <SummaryList
            rows={[
              { term: words.turns.post.queue, value: queue && place(queue.isFar, queue.place, queue.length) },
              { term: story.expected, value: queue?.expectedSession?.says },
              {
                term: story.passed,
                value:
                  passed.length > 0 &&
                  passed.map(({ code, says: why }) => (
                    <div key={code}>
                      <Ltr>{code}</Ltr> {why}
                    </div>
                  )),
              },
            ]}
          />
          {lots.map(({ draw, lot, of, places }) => (
            <p key={draw}>
              {story.lots(number(lot), number(of))} · {words.sessions.slots(number(places))}
            </p>
          ))}
          {isCut && <p class="hint">{story.cut}</p>}
        </>
      )}
    </Loaded>
  );
}
