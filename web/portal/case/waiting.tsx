import { useState } from 'preact/hooks';
import { Ltr, SummaryList } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';

/** The place in the queue, by the rule of the post, and the session that it would reach. */
export function Waiting() {
  const { words } = usePortal();
  const { number } = useSpeech();
  const { queue } = useCase();
  if (!queue) return null;
  const place = number(queue.place);
  return (
    <>
      <p>
        <strong>{queue.isFar ? words.case.queueFar(place) : words.case.queue(place, number(queue.length))}</strong>
      </p>
      <p class="hint">{words.ask.allocation[queue.rule]}</p>
      <SummaryList
        rows={[{ term: words.case.expected, value: queue.expectedSession?.says ?? words.case.noExpected }]}
      />
    </>
  );
}

const HAS_A_PLACE: readonly string[] = ['waiting', 'offered', 'scheduled'];

/** Who was before, who went ahead and why; asked for only when somebody looks. */
export function Explanation() {
  const { words } = usePortal();
  const { request } = useCase();
  const [open, setOpen] = useState(false);
  if (!HAS_A_PLACE.includes(request.status)) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.case.explain}</summary>
      {open && <Explained />}
    </details>
  );
}

function Explained() {
  const { words, call } = usePortal();
  const { request } = useCase();
  const explained = useAnswer(() => call('explain-turn', { params: { id: request.id } }), [request.version]);
  return (
    <Loaded from={explained}>
      {({ says, passed, isCut }) => (
        <>
          <p>{says}</p>
          {passed.length > 0 && (
            <>
              <h3>{words.case.passed}</h3>
              <ul>
                {passed.map(({ code, says: why }) => (
                  <li key={`${code} ${why}`}>
                    <Ltr>{code}</Ltr> · {why}
                  </li>
                ))}
              </ul>
            </>
          )}
          {isCut && <p class="hint">{words.case.explainCut}</p>}
        </>
      )}
    </Loaded>
  );
}
