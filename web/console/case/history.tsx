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
          {lastLooks(looks).map(({ username, at, times }) => (
            <li key={username}>
              <bdi>{username}</bdi> <span class="hint">{words.case.lookedAt(moment(at), number(times))}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Whoever looked, the last one first: when they did so last, and how often. */
const lastLooks = (looks: readonly { readonly username: string; readonly at: string }[]) =>
  [...Map.groupBy(looks, ({ username }) => username)]
    .map(([username, all]) => ({
      username,
      times: all.length,
      at:
        all
          .map(({ at }) => at)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((a, b) => b.at.localeCompare(a.at));

/** What a letter is called; a kind that is newer than this page is shown by its own word. */
const nameOf = (names: Readonly<Record<string, string>>, template: string): string => names[template] ?? template;
