import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import type { Scan } from './use-scan.ts';

/** Who covered, uncovered or wrote down what; and the file itself. */
export function Hands({ scan }: { scan: Scan }) {
  const { scan: say } = useConsole().words.after;
  const { moment, number } = useSpeech();
  return (
    <>
      {scan.original && (
        <p>
          <a href={scan.original} download>
            {say.original}
          </a>
        </p>
      )}
      {scan.hands.length > 0 && (
        <details>
          <summary>{say.hands}</summary>
          <ul>
            {scan.hands.map(({ act, username, by, at, page, says }) => (
              <li key={`${at}-${act}-${page}-${says}`}>
                {by} (<bdi>{username}</bdi>): {say.acts[act]}
                {page !== undefined && ` · ${say.page(number(page))}`}
                {says && ` · ${says}`} <span class="hint">{moment(at)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
