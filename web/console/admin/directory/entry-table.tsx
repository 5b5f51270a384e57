import { Tag } from '../../../kit/notice.tsx';
import { useSpeech } from '../../../kit/speech.ts';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import type { Kind } from './entries.ts';
import type { ListRow } from './list-rows.ts';

/** Entries of one kind, each a link to its own page; a tree leans in with every level. */
export function EntryTable({ kind, rows }: { kind: Kind; rows: readonly ListRow[] }) {
  const { base } = useConsole();
  const { sections, columns, endedOn } = useAdminWords();
  const { date } = useSpeech();
  const [first = '', ...others] = columns[kind];
  return (
    <table class="stacked">
      <caption>{sections[kind].title}</caption>
      <thead>
        <tr>
          {columns[kind].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, depth, cells, endsOn }) => (
          <tr key={id}>
            <td data-label={first}>
              <span style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
                <a href={`${base}/admin/${kind}/${encodeURIComponent(id)}`}>
                  <bdi>{name}</bdi>
                </a>{' '}
                {endsOn && <Tag kind="warning">{endedOn(date(endsOn))}</Tag>}
              </span>
            </td>
            {cells.map((cell, index) => (
              <td key={others[index]} data-label={others[index]}>
                <bdi>{cell}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
