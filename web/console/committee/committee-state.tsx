import type { ReplyOf } from '../../../contract/operation.ts';
import type { showCommittee } from '../../../contract/staff/committee.ts';
import { Tag } from '../../kit/notice.tsx';
import { useConsole } from '../console.ts';

export type Agenda = ReplyOf<typeof showCommittee>;

/** Planned, in session, or ended. */
export function CommitteeState({ committee }: { committee: Pick<Agenda['committee'], 'openedAt' | 'closedAt'> }) {
  const { committee: say } = useConsole().words.after;
  if (committee.closedAt) return <Tag kind="success">{say.closed}</Tag>;
  return committee.openedAt ? <Tag kind="warning">{say.opened}</Tag> : <Tag>{say.planned}</Tag>;
}
