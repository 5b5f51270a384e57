import { useState } from 'preact/hooks';
import type { DocumentView } from '../../../contract/request-view.ts';
import { Button } from '../../kit/button.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { usePortal } from '../portal.ts';

/** How much wider than its frame a page is shown. */
const SIZES = [1, 1.5, 2, 3, 4] as const;
const LARGEST = SIZES.length - 1;

/** A document page by page: larger and smaller by buttons or keys, what is written there, and why parts are covered. */
export function Paper({ title, scan }: { title: string; scan: DocumentView['scan'] }) {
  const { words } = usePortal();
  const { number } = useSpeech();
  const [shown, setShown] = useState(0);
  const [size, setSize] = useState(0);
  const { pages, transcript } = scan;
  const page = pages[shown];
  if (!page) return <p>{scan.says}</p>;

  const resize = (by: number) => setSize((now) => Math.min(LARGEST, Math.max(0, now + by)));
  const byKey = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') resize(1);
    else if (event.key === '-') resize(-1);
    else if (event.key === '0') setSize(0);
    else return;
    event.preventDefault();
  };
  return (
    <div class="paper">
      <p class="paper-tools no-print">
        <Button kind="quiet" onClick={() => resize(1)}>
          {words.paper.larger}
        </Button>
        <Button kind="quiet" onClick={() => resize(-1)}>
          {words.paper.smaller}
        </Button>
        <Button kind="quiet" onClick={() => setSize(0)}>
          {words.paper.whole}
        </Button>
        <a href={page.url} target="_blank" rel="noopener">
          {words.paper.full}
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keys. */}
      <section class="paper-sheet" tabIndex={0} aria-label={words.paper.region(title)} onKeyDown={byKey}>
        <img
          src={page.url}
          alt={transcript ? `${title}: ${transcript}` : title}
          width={page.width}
          height={page.height}
          style={{ inlineSize: `${(SIZES[size] ?? 1) * 100}%` }}
          loading="lazy"
        />
      </section>
      {pages.length > 1 && (
        <p class="paper-pages no-print">
          {pages.map((small, index) => (
            <button
              key={small.page}
              type="button"
              aria-pressed={index === shown}
              onClick={() => setShown(index)}
              aria-label={words.paper.page(number(small.page), number(pages.length))}
            >
              <img src={small.smallUrl} alt="" width="64" height={(64 * small.height) / small.width} loading="lazy" />
            </button>
          ))}
        </p>
      )}
      {transcript && (
        <details open>
          <summary>{words.paper.transcript}</summary>
          <p>
            <Said text={transcript} />
          </p>
        </details>
      )}
      <Covered blackouts={scan.blackouts} />
    </div>
  );
}

function Covered({ blackouts }: Pick<DocumentView['scan'], 'blackouts'>) {
  const { words } = usePortal();
  const { number } = useSpeech();
  if (blackouts.length === 0) return null;
  return (
    <details>
      <summary>{words.paper.blackouts}</summary>
      <ul>
        {blackouts.map(({ page, x, y, says, by }) => (
          <li key={`${page} ${x} ${y}`}>{words.paper.blackout(number(page), says, by)}</li>
        ))}
      </ul>
    </details>
  );
}
