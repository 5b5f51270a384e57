import type { ReplyOf } from '../../../contract/operation.ts';
import type { listMyDigests } from '../../../contract/staff/agenda.ts';
import { useSpeech } from '../../kit/speech.ts';
import { Code } from '../code.tsx';
import { useConsole } from '../console.ts';

export type Line = ReplyOf<typeof listMyDigests>['items'][number]['lines'][number];

/** Where a line leads: to the order, the case or the committee. */
export const pageOf = ({ request, order, committee }: Line): string => {
  if (committee) return `/committees/${committee}`;
  return order === undefined ? `/cases/${request}` : `/orders/${request}/${order}`;
};

/** One thing that was told: what, about which case or order, and by when. */
export function DigestLine({ line }: { line: Line }) {
  const { words, base } = useConsole();
  const { moment, number } = useSpeech();
  const { work } = words.after;
  const { kind, code, order, by } = line;
  return (
    <li>
      {work.lines[kind]}:{' '}
      <a href={base + pageOf(line)}>
        {order !== undefined && work.order(number(order))} {code && <Code code={code} />}
        {kind === 'committee' && by && moment(by)}
      </a>{' '}
      {kind !== 'committee' && by && (
        <span class="hint">
          {work.by} {moment(by)}
        </span>
      )}
    </li>
  );
}
