import { useEffect } from 'preact/hooks';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { useAdminWords } from './admin.ts';

const AGAIN_AFTER_MS = 3000;

/** How far the moving of dates has come, asked for again and again until it is done. */
export function JobProgress({ job }: { job: string }) {
  const { call } = useConsole();
  const { job: words } = useAdminWords();
  const { number } = useSpeech();
  const shown = useAnswer(() => call('show-job', { params: { job } }), [job]);
  const isDone = shown.answer?.agreed === true && shown.answer.value.finishedAt !== undefined;
  useEffect(() => {
    if (isDone) return;
    const timer = setInterval(shown.again, AGAIN_AFTER_MS);
    return () => clearInterval(timer);
  }, [isDone]);
  return (
    <Loaded from={shown}>
      {({ done, total, moved, failed, finishedAt }) => (
        <>
          <label>
            {words.label} <progress value={finishedAt ? 1 : done} max={finishedAt ? 1 : (total ?? undefined)} />
          </label>
          <p role="status">
            {finishedAt
              ? words.finished(number(moved))
              : total === undefined
                ? words.waiting
                : words.at(number(done), number(total))}
            {failed > 0 && ` ${words.failed(number(failed))}`}
          </p>
        </>
      )}
    </Loaded>
  );
}
