import type * as z from 'zod/mini';
import type { AffectedView } from '../../../contract/staff/session-change.ts';
import { Ltr } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';

type Affected = z.infer<typeof AffectedView>;

/** Whom a change concerns, what each of them gets, and how each is told. */
export function AffectedTable({ affected }: { affected: readonly Affected[] }) {
  const { words, base } = useConsole();
  const { number } = useSpeech();
  const { change } = words.turns;
  if (affected.length === 0) return <p>{change.nobody}</p>;
  return (
    <table class="stacked">
      <caption>{change.previewed(number(affected.length))}</caption>
      <thead>
        <tr>
          <th scope="col">{change.who}</th>
          <th scope="col">{change.when}</th>
          <th scope="col">{change.gets}</th>
          <th scope="col">{change.reach}</th>
        </tr>
      </thead>
      <tbody>
        {affected.map(({ request, code, slot, says, has, gets, next, reach }) => (
          <tr key={slot}>
            <td data-label={change.who}>
              <a href={`${base}/cases/${request}`}>
                <Ltr>{code}</Ltr>
              </a>
            </td>
            <td data-label={change.when}>
              <div>
                {says} {has === 'offer' && <Tag kind="plain">{change.has.offer}</Tag>}
              </div>
            </td>
            <td data-label={change.gets}>
              <div>
                {change.got[gets]} {next?.says}
              </div>
            </td>
            <td data-label={change.reach}>
              <Tag kind={reach === 'sms' || reach === 'email' ? 'info' : 'warning'}>{change.reaches[reach]}</Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
