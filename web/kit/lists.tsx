import type { ComponentChildren } from 'preact';
import { useSpeech } from './speech.ts';

type Row = { readonly term: string; readonly value: ComponentChildren; readonly change?: ComponentChildren };

/** Names and values under each other; rows without a value are left out. */
export function SummaryList({ rows }: { rows: readonly Row[] }) {
  return (
    <dl class="summary">
      {rows
        .filter(({ value }) => value !== undefined && value !== '' && value !== false)
        .map(({ term, value, change }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
            {change && <dd class="change">{change}</dd>}
          </div>
        ))}
    </dl>
  );
}

type Moment = {
  readonly key: string;
  readonly title: string;
  readonly at: string;
  readonly by?: string | undefined;
  readonly text?: string | undefined;
};

/** What happened, in order; the last one is where the matter stands. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol class="timeline">
      {moments.map(({ key, title, at, by, text }, index) => (
        <li key={key} {...(index === moments.length - 1 && { 'aria-current': 'step' as const })}>
          <p class="timeline-title">{title}</p>
          <p class="hint">{by ? `${at} · ${by}` : at}</p>
          {text && (
            <p class="said" dir="auto">
              {text}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A part of a page with a frame around it. */
export function Card({
  title,
  children,
  tone = 'plain',
}: {
  title?: ComponentChildren;
  children: ComponentChildren;
  tone?: 'plain' | 'lively';
}) {
  return (
    <section class={`card card-${tone}`}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** A code, a number, a time: always written left to right, whatever stands around it, and digits in those of the language. */
export function Ltr({ children }: { children: string | undefined }) {
  const { digits } = useSpeech();
  return <bdi dir="ltr">{children && digits(children)}</bdi>;
}
