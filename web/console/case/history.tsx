import { eventLine } from '../../kit/event-line.ts';
import { SummaryList, Timeline } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';

/** The timeline with the names of the staff, the letters that went out, and who has looked. */
export function History() {
  const { words } = useConsole();
  const speech = useSpeech();
  const { moment, number } = speech;
  const { timeline, letters, looks } = useCase();
  return (
    <>
      <Timeline moments={timeline.map((event, index) => eventLine(event, index, speech, words.kit.actors.citizen))} />
      <details>
        <summary>{words.case.letters}</summary>
        <SummaryList
          rows={letters.map(({ template, result }, index) => ({
            term: `${number(index + 1)} · ${nameOf(words.letters, template)}`,
            value: words.letterResults[result],
          }))}
        />
      </details>
      <details>
        <summary>{words.case.looks}</summary>
        <ul>
          {looks.map(({ username, at }) => (
            <li key={at}>
              <bdi>{username}</bdi> <span class="hint">{moment(at)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** What a letter is called; a kind that is newer than this page is shown by its own word. */
const nameOf = (names: Readonly<Record<string, string>>, template: string): string => names[template] ?? template;
