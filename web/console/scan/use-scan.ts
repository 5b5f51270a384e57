import { useEffect } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { showScan } from '../../../contract/staff/scan.ts';
import { type Asking, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';

export type Scan = ReplyOf<typeof showScan>;

const LOOK_AGAIN_MS = 1500;

/** Is something still being made of it: its pages, or the edition that citizens see? */
const isUnderWay = ({ state, isShown, replacedBy }: Scan): boolean =>
  state === 'arriving' || state === 'being-looked-at' || (state === 'ready' && !isShown && replacedBy === undefined);

/** An uploaded picture as it stands; looked at again as long as something is being made of it. */
export const useScan = (document: string): Asking<Scan> => {
  const { call } = useConsole();
  const shown = useAnswer(() => call('show-scan', { params: { document } }), [document]);
  const scan = shown.answer?.agreed ? shown.answer.value : undefined;
  useEffect(() => {
    if (!scan || !isUnderWay(scan)) return;
    const timer = setTimeout(shown.again, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [scan]);
  return shown;
};
