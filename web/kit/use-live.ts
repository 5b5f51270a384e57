import { useEffect, useRef } from 'preact/hooks';
import type { Answered } from '../api/client.ts';
import { type Asking, useAnswer } from './use-answer.tsx';

type Live<Value> = Asking<Value> & {
  /** The last look has failed: what is shown is older. */
  readonly isStale: boolean;
};

/**
 * Asks again and again, where people wait for what comes. Nobody is asked while the page is out of sight or the device has no
 * connection, and a look that fails leaves what was seen last.
 */
export const useLive = <Value>(
  ask: () => Promise<Answered<Value>>,
  about: readonly unknown[],
  everySeconds: number,
): Live<Value> => {
  const asked = useAnswer(ask, about);
  const seen = useRef<Answered<Value> | undefined>(undefined);
  if (asked.answer?.agreed) seen.current = asked.answer;
  useEffect(() => {
    const look = () => !document.hidden && navigator.onLine && asked.again();
    const timer = setInterval(look, everySeconds * 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [asked.again, everySeconds]);
  return { ...asked, answer: seen.current ?? asked.answer, isStale: asked.answer?.agreed === false };
};
