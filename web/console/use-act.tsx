import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../contract/problem.ts';
import type { Answered } from '../api/client.ts';
import { ProblemNotice } from '../kit/problem-notice.tsx';

type Deed<Value> = {
  readonly send: () => Promise<Answered<Value>>;
  readonly done: (value: Value) => void;
  /** What is said once it is done. */
  readonly says: string;
  /** Told of a refusal: what is on the page may be old. */
  readonly refused?: (problem: Problem) => void;
};

/** Acts of single buttons, one at a time, and what came of the last one. */
export const useAct = () => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [said, say] = useState('');
  const act = async <Value,>({ send, done, says, refused }: Deed<Value>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answered = await send();
    setBusy(false);
    setProblem(answered.agreed ? undefined : answered.problem);
    say(answered.agreed ? says : '');
    if (answered.agreed) done(answered.value);
    else refused?.(answered.problem);
  };
  return { busy, act, problem, said, say };
};

/** Says what came of the last act; the focus stays where it is. */
export function ActReport({
  problem,
  said,
  children,
}: {
  problem: Problem | undefined;
  said: string;
  children?: ComponentChildren;
}) {
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <p class="act-said" role="status">
        {said && (
          <>
            {said} {children}
          </>
        )}
      </p>
    </>
  );
}
