import { useState } from 'preact/hooks';
import { searchKey } from '../../../../domain/text.ts';
import { Button, LinkButton } from '../../../kit/button.tsx';
import { useQuery } from '../../../kit/router.ts';
import { useSpeech } from '../../../kit/speech.ts';
import { Empty } from '../../../kit/states.tsx';
import { Loaded } from '../../../kit/use-answer.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { SaidDone } from '../said-done.tsx';
import { SectionPage } from '../sections.tsx';
import type { Kind } from './entries.ts';
import { EntryTable } from './entry-table.tsx';
import { ListFilters } from './list-filters.tsx';
import { type ListRow, rowsOf } from './list-rows.ts';
import { useDirectory } from './use-directory.ts';

/** All entries of one kind, of which the address says which are shown. */
export function ListPage({ kind }: { kind: Kind }) {
  const console = useConsole();
  const words = useAdminWords();
  const { number } = useSpeech();
  const [query, change] = useQuery();
  const asked = useDirectory(kind);
  return (
    <SectionPage section={kind} lead={words.sections[kind].about}>
      {query.kept && <SaidDone>{words.kept(query.kept)}</SaidDone>}
      <p class="actions">
        <LinkButton href={`${console.base}/admin/${kind}/new`}>{words.add[kind]}</LinkButton>
      </p>
      <Loaded from={asked}>
        {(directory) => {
          const rows = rowsOf({ directory, words, console });
          const found = rows.filter((row) => fits(row, query));
          return (
            <>
              <ListFilters {...{ kind, directory, query }} change={(changes) => change({ kept: '', ...changes })} />
              <p role="status">{words.found(number(found.length), number(rows.length))}</p>
              {found.length === 0 ? <Empty>{words.nothingFits}</Empty> : <FoundEntries kind={kind} rows={found} />}
            </>
          );
        }}
      </Loaded>
    </SectionPage>
  );
}

/** So many entries are shown at first, and at every wish for more. */
const A_PAGE = 40;

function FoundEntries({ kind, rows }: { kind: Kind; rows: readonly ListRow[] }) {
  const { more } = useAdminWords();
  const [shown, show] = useState(A_PAGE);
  return (
    <>
      <EntryTable kind={kind} rows={rows.slice(0, shown)} />
      {rows.length > shown && (
        <p class="actions">
          <Button kind="quiet" onClick={() => show(shown + A_PAGE)}>
            {more}
          </Button>
        </p>
      )}
    </>
  );
}

/** Whether a row is wanted; who has ended is shown when asked for. */
const fits = (row: ListRow, { q = '', unit = '', role = '', ended = '' }: Readonly<Record<string, string>>): boolean =>
  searchKey([row.name, row.id, ...row.cells].join(' ')).includes(searchKey(q)) &&
  (unit === '' || row.units.includes(unit)) &&
  (role === '' || row.roles.includes(role)) &&
  (ended !== '' || row.endsOn === undefined);
