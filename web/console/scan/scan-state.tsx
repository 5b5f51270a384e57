import { Notice } from '../../kit/notice.tsx';
import { useConsole } from '../console.ts';
import type { Scan } from './use-scan.ts';

/** How an uploaded picture stands (and what the citizen sees, once it is recorded), for the eye and for the ear: being looked at, ready, or refused, why, and what to do. */
export function ScanState({ scan, isRecorded = true }: { scan: Scan; isRecorded?: boolean }) {
  const { words, base } = useConsole();
  const { scan: say } = words.after;
  if (scan.state === 'refused') {
    return (
      <Notice kind="danger" title={say.refused} alert>
        <p>{scan.says}</p>
        <p>{say.again}</p>
      </Notice>
    );
  }
  if (scan.replacedBy !== undefined) {
    return (
      <Notice kind="warning">
        <p>
          {say.replacedBy}{' '}
          {scan.request && <a href={`${base}/cases/${scan.request}/scans/${scan.replacedBy}`}>{say.toBetter}</a>}
        </p>
      </Notice>
    );
  }
  return (
    <div role="status">
      {scan.state === 'ready' ? (
        <p class="hint">
          {say.ready} {isRecorded && (scan.isShown ? say.shown : say.notShown)}
        </p>
      ) : (
        <Notice>
          <p>{scan.says}</p>
          <p>{say.looking}</p>
        </Notice>
      )}
    </div>
  );
}
