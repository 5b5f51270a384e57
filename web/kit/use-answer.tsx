import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Answered } from '../api/client.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { Loading } from './states.tsx';

export type Asking<Value> = {
  readonly answer: Answered<Value> | undefined;
  readonly again: () => void;
  /** Shows a newer value that came with another answer. */
  readonly put: (value: Value) => void;
};

/** Asks when the component appears, and again whenever `about` changes. What comes late for an older question is
 * dropped; what could not be reached is asked for again once the device is connected. */
export const useAnswer = <Value,>(ask: () => Promise<Answered<Value>>, about: readonly unknown[]): Asking<Value> => {
  const [answer, setAnswer] = useState<Answered<Value>>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void ask().then((answered) => isCurrent && setAnswer(answered));
    return () => {
      isCurrent = false;
    };
  }, [...about, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const isLost = answer?.agreed === false && answer.problem.type === 'unreachable';
  useEffect(() => {
    if (!isLost) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isLost]);
  const put = useCallback((value: Value) => setAnswer({ agreed: true, value }), []);
  return { answer, again, put };
};

/** What was asked for, once it is there; until then that it is coming, or why not. */
export function Loaded<Value>({
  from,
  children,
}: {
  from: Asking<Value>;
  children: (value: Value) => ComponentChildren;
}) {
  if (!from.answer) return <Loading />;
  if (from.answer.agreed) return <>{children(from.answer.value)}</>;
  return <ProblemNotice problem={from.answer.problem} again={from.again} />;
}
