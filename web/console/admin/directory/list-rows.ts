import { type LocalText, say } from '../../../../domain/local-text.ts';
import type { Console } from '../../console.ts';
import type { AdminWords } from '../words/fa.ts';
import { type Entry, idOf } from './entries.ts';
import type { Directory } from './use-directory.ts';

/** One entry as a row of its list. */
export type ListRow = {
  readonly id: string;
  readonly name: string;
  /** How many others of its kind stand above it. */
  readonly depth: number;
  /** What stands under the headings of `words.columns[kind]`. */
  readonly cells: readonly string[];
  readonly units: readonly string[];
  readonly roles: readonly string[];
  readonly endsOn: string | undefined;
};

type Given = { readonly directory: Directory; readonly words: AdminWords; readonly console: Console };
type Shown = Pick<ListRow, 'name' | 'cells'> & Partial<Pick<ListRow, 'units' | 'roles'>>;

/** The entries of a kind in the order in which people look for them: a tree from its root, everything else by name. */
export const rowsOf = (given: Given): readonly ListRow[] => {
  const { own } = given.directory;
  const { language } = given.console;
  const rows = own.map((entry): ListRow & { readonly parent: string | undefined } => ({
    ...{ id: idOf(entry), depth: 0, units: [], roles: [], endsOn: entry.endsOn },
    ...shown(entry, given),
    parent: 'parent' in entry ? entry.parent : undefined,
  }));
  const byName = rows.toSorted((a, b) => a.name.localeCompare(b.name, language, { numeric: true }));
  const below = (parent: string | undefined, depth: number): ListRow[] =>
    byName.filter((row) => row.parent === parent).flatMap((row) => [{ ...row, depth }, ...below(row.id, depth + 1)]);
  return below(undefined, 0);
};

const shown = (entry: Entry, { directory, words: { choices }, console: { language, city } }: Given): Shown => {
  const text = (words: LocalText | undefined): string => (words ? say(words, language, city.locales[0]) : '');
  const unitName = (id: string | undefined): string =>
    text(directory.units.find((unit) => unit.id === id)?.name) || (id ?? '');
  if ('roles' in entry) {
    const roles = entry.roles.map(({ role, unit }) => `${choices.roles[role]}: ${unitName(unit)}`);
    return {
      ...{ name: entry.displayName, cells: [entry.username, roles.join(' · ')] },
      ...{ units: entry.roles.map(({ unit }) => unit), roles: entry.roles.map(({ role }) => role) },
    };
  }
  if ('clientId' in entry) {
    const channel = city.channels.find(({ id }) => id === entry.channel)?.name ?? entry.channel;
    return { name: entry.clientId, cells: [channel, unitName(entry.unit)], units: entry.unit ? [entry.unit] : [] };
  }
  if ('allocation' in entry) {
    const cells = [unitName(entry.unit), text(entry.holder), choices.allocation[entry.allocation]];
    return { name: text(entry.title), cells, units: [entry.unit] };
  }
  if ('unit' in entry) {
    const cells = [unitName(entry.unit), choices.venueKinds[entry.kind]];
    return { name: text(entry.name), cells, units: [entry.unit] };
  }
  if ('kind' in entry) return { name: text(entry.name), cells: [choices.unitKinds[entry.kind], entry.id] };
  const only = (entry.unitKinds ?? []).map((kind) => choices.unitKinds[kind]);
  return { name: text(entry.name), cells: [[...only, ...(entry.units ?? []).map(unitName)].join(' · ')] };
};
