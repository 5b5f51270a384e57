import type { RequestView } from '../../contract/request-view.ts';
import { Tag } from '../kit/notice.tsx';
import { usePortal } from './portal.ts';

/** Where a request stands, in a word; what waits for its citizen stands out. */
export function StatusTag({ request: { status, next } }: { request: RequestView }) {
  const { words } = usePortal();
  const isMine = next.owner.kind === 'citizen';
  return <Tag kind={status === 'closed' ? 'success' : isMine ? 'warning' : 'info'}>{words.kit.statuses[status]}</Tag>;
}
