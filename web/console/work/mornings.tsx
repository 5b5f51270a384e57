import { Card } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { DigestLine } from './digest-line.tsx';

/** What was told in the mornings, day by day, newest first. */
export function Mornings() {
  const { words, call } = useConsole();
  const { date } = useSpeech();
  const { work } = words.after;
  const digests = useAnswer(() => call('list-my-digests'), []);
  return (
    <Card title={work.morning}>
      <Loaded from={digests}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="hint">{work.noMorning}</p>
          ) : (
            items.map(({ on, lines, mailed }, index) => (
              <details key={on} open={index === 0}>
                <summary>{date(on)}</summary>
                {mailed && <p class="hint">{work.mailed}</p>}
                <ul>
                  {lines.map((line) => (
                    <DigestLine key={JSON.stringify(line)} line={line} />
                  ))}
                </ul>
              </details>
            ))
          )
        }
      </Loaded>
    </Card>
  );
}
