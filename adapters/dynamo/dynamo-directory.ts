import * as z from 'zod/mini';
import { CityData } from '../../domain/city.ts';
import { fitPartner, withEntry, withFile } from '../../domain/city-changes.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Directory, Entries, EntryKind, Partner } from '../../domain/ports/directory.ts';
import { User } from '../../domain/user.ts';
import type { CityTable } from './city-table.ts';
import { changedItems, DirectoryItem, entryItem, PartnerEntry, partsOf } from './directory-items.ts';
import { isNew } from './expression.ts';
import { CITIES, cityKey, directoryKey, directoryPartition, type Key } from './keys.ts';

const KEPT_MS = 30_000;
const Entry = <Value>(entry: z.core.$ZodType<Value>) => z.object({ entry });
const Named = z.object({ sk: z.string() });

type Item = Key & Readonly<Record<string, unknown>>;
type Kept = { readonly office: Promise<Office | undefined>; readonly until: number };

/** The city's own data, an item an entry. The whole office is kept for half a minute; people are always read. */
export class DynamoDirectory implements Directory {
  readonly #table: CityTable;
  /** Milliseconds of a clock that only runs forward; the office's clock may be moved. */
  readonly #elapsed: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(table: CityTable, elapsed = () => performance.now()) {
    this.#table = table;
    this.#elapsed = elapsed;
  }

  async cities(): Promise<readonly string[]> {
    const rows = await this.#table.all({ keys: '#pk = :cities', values: { ':cities': CITIES } }, Named);
    return rows.map(({ sk }) => sk);
  }

  office(city: string): Promise<Office | undefined> {
    const kept = this.#kept.get(city);
    return kept && kept.until > this.#elapsed()
      ? kept.office
      : this.#keep(
          city,
          this.#read(city, { strong: false }).then((read) => read?.data),
        );
  }

  async user(city: string, username: string): Promise<User | undefined> {
    return (await this.#table.get(directoryKey(city, 'USER', username), Entry(User), { strong: true }))?.entry;
  }

  async partner(city: string, clientId: string): Promise<Partner | undefined> {
    return (await this.#table.get(directoryKey(city, 'PARTNER', clientId), Entry(PartnerEntry), { strong: true }))
      ?.entry;
  }

  async partners(city: string): Promise<readonly Partner[]> {
    const values = { ':directory': directoryPartition(city), ':partner': 'PARTNER#' };
    const keys = '#pk = :directory AND begins_with(#sk, :partner)';
    const rows = await this.#table.all({ keys, values, strong: true }, Entry(PartnerEntry));
    return rows.map(({ entry }) => entry);
  }

  async put<Kind extends EntryKind>(city: string, kind: Kind, entry: Entries[Kind]): Promise<Outcome<Entries[Kind]>> {
    const read = await this.#read(city);
    if (!read) return refuse('not-found');
    const changed = changedBy(read.data, kind, entry);
    if (!changed.agreed) return changed;
    const place: EntryKind = kind;
    const items = place === 'partner' ? [entryItem(city, place, entry)] : changedItems(read.data, changed.value);
    const written = await this.#write(changed.value, read.revision, items);
    return written.agreed ? agree(entry) : written;
  }

  async load(file: CityData): Promise<Outcome<void>> {
    const city = file.city.id;
    const read = await this.#read(city);
    const merged = withFile(read?.data ?? file, file);
    if (!merged.agreed) return merged;
    await this.#table.load([...changedItems(read?.data, merged.value), { pk: CITIES, sk: city }]);
    // The city comes last: until it is there, nobody sees the half of it.
    return this.#write(merged.value, read?.revision, []);
  }

  /** The city counts its changes, so that what was checked together is written together. */
  async #write(data: CityData, revision: number | undefined, items: readonly Item[]): Promise<Outcome<void>> {
    const { city } = data;
    const when =
      revision === undefined ? { condition: isNew } : { condition: '#revision = :read', values: { ':read': revision } };
    const written = await this.#table.write([
      { put: { ...cityKey(city.id), entry: city, revision: (revision ?? 0) + 1 }, when },
      ...items.map((item) => ({ put: item })),
    ]);
    if (written.agreed) this.#keep(city.id, Promise.resolve(data));
    return written;
  }

  async #read(city: string, { strong } = { strong: true }): Promise<{ data: Office; revision: number } | undefined> {
    const values = { ':directory': directoryPartition(city) };
    const items = await this.#table.all({ keys: '#pk = :directory', values, strong }, DirectoryItem);
    const parts = partsOf(city, items);
    return parts && { revision: parts.revision, data: z.parse(CityData, parts.data) };
  }

  #keep(city: string, office: Promise<Office | undefined>): Promise<Office | undefined> {
    this.#kept.set(city, { office, until: this.#elapsed() + KEPT_MS });
    // A failure is not kept, and neither are the names of cities that somebody made up.
    const forget = () => this.#kept.delete(city);
    office.then((found) => found ?? forget(), forget);
    return office;
  }
}

const changedBy = (data: CityData, kind: EntryKind, entry: Entries[EntryKind]): Outcome<CityData> => {
  if (kind !== 'partner') return withEntry(data, kind, entry);
  const partner = fitPartner(data, z.parse(PartnerEntry, entry));
  return partner.agreed ? agree(data) : partner;
};
