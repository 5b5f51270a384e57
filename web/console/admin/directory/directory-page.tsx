import { NotFound } from '../../not-found.tsx';
import { isKind } from './entries.ts';
import { EntryPage } from './entry-page.tsx';
import { ListPage } from './list-page.tsx';

type DirectoryPageProps = { readonly kind: string; readonly id?: string; readonly isNew?: boolean };

/** The list of one kind of entries, one of them, or the form for another. */
export function DirectoryPage({ kind, id, isNew = false }: DirectoryPageProps) {
  if (!isKind(kind)) return <NotFound />;
  if (isNew) return <EntryPage kind={kind} />;
  return id === undefined ? <ListPage kind={kind} /> : <EntryPage kind={kind} id={decodeURIComponent(id)} />;
}
