import { type LocalText, say } from '../../../../domain/local-text.ts';
import type { Answered } from '../../../api/client.ts';
import type { Choice } from '../../../kit/field.tsx';
import { type Asking, useAnswer } from '../../../kit/use-answer.tsx';
import { type Console, useConsole } from '../../console.ts';
import { type Entries, type Entry, type Kind, listEntries } from './entries.ts';

/** The directory as far as a page of one kind needs it: its own entries, and the units, posts and topics that they name. */
export type Directory = {
  readonly units: readonly Entries['units'][];
  readonly officials: readonly Entries['officials'][];
  readonly topics: readonly Entries['topics'][];
  readonly own: readonly Entry[];
};

const NAMED = ['units', 'officials', 'topics'] as const;

const readDirectory = async ({ call }: Console, kind: Kind): Promise<Answered<Directory>> => {
  const [units, officials, topics, own] = await Promise.all([
    ...([listEntries(call, 'units'), listEntries(call, 'officials'), listEntries(call, 'topics')] as const),
    NAMED.some((named) => named === kind) ? undefined : listEntries(call, kind),
  ]);
  if (!units.agreed) return units;
  if (!officials.agreed) return officials;
  if (!topics.agreed) return topics;
  if (own && !own.agreed) return own;
  const named = { units: units.value, officials: officials.value, topics: topics.value };
  const ofKind: readonly Entry[] =
    own?.value ?? (kind === 'units' ? named.units : kind === 'officials' ? named.officials : named.topics);
  return { agreed: true, value: { ...named, own: ofKind } };
};

export const useDirectory = (kind: Kind): Asking<Directory> => {
  const console = useConsole();
  return useAnswer(() => readDirectory(console, kind), [console.call, kind]);
};

type Named = { readonly id: string; readonly endsOn?: string | undefined };

/** Current entries to choose from, by the name that `textOf` finds. */
export const choicesOf = <Item extends Named>(
  entries: readonly Item[],
  textOf: (entry: Item) => LocalText,
  { language, city }: Pick<Console, 'language' | 'city'>,
): Choice[] =>
  entries
    .filter(({ endsOn }) => endsOn === undefined)
    .map((entry) => ({ value: entry.id, label: say(textOf(entry), language, city.locales[0]) }));
