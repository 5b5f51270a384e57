import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../contract/problem.ts';
import { sayProblem } from './problem-notice.tsx';
import { useSpeech } from './speech.ts';

type SummaryProps = {
  readonly problem: Problem;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly labels?: Readonly<Record<string, string>> | undefined;
};

/** Every problem of a form at once. It takes the focus when it appears, and each line leads to its field. */
export function ErrorSummary({ problem, form, labels }: SummaryProps) {
  const { words } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    const { title } = document;
    document.title = `${words.mistake}: ${title}`;
    return () => {
      document.title = title;
    };
  }, [problem]);

  const goTo = (path: string) => (event: MouseEvent) => {
    event.preventDefault();
    const field = [...(form.current?.elements ?? [])].find((element) => element.getAttribute('name') === path);
    if (field instanceof HTMLElement) field.focus();
  };

  const fields = problem.fields ?? [];
  return (
    <div class="notice notice-danger" role="alert" tabIndex={-1} ref={box}>
      <h2 class="notice-title">{words.problemTitle}</h2>
      {(problem.title !== '' || fields.length === 0) && <p>{sayProblem(problem, words)}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map(({ path, message }) => {
            const label = labels?.[path] ?? labelOf(form.current, path);
            return (
              <li key={path}>
                <a href={`#${path}`} onClick={goTo(path)}>
                  {label ? `${label}: ` : ''}
                  {message}
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** What the field is called on the page: its group's legend or its label. */
const labelOf = (form: HTMLFormElement | null, path: string): string | undefined => {
  const field = form?.querySelector(`[name="${CSS.escape(path)}"]`);
  const name = field?.closest('fieldset')?.querySelector('legend') ?? field?.closest('.field')?.querySelector('label');
  return name?.firstChild?.textContent ?? undefined;
};
