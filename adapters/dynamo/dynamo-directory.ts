import * as z from 'zod/mini';
import { CityData } from '../../domain/city.ts';
import { fitPartner, withEntry, withFile } from '../../domain/city-changes.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Directory, Entries, EntryKind, Partner } from '../../domain/ports.ts';
import { User } from '../../domain/user.ts';
import type { CityTable } from './city-table.ts';
import { DirectoryItem, entryItem, entryItems, PartnerEntry, partsOf } from './directory-items.ts';
import { isNew } from './expression.ts';
import { CITIES, cityKey, directoryKey, directoryPartition } from './keys.ts';
import type { Step } from './step.ts';

const KEPT_MS = 30_000;
const Entry = <Value>(entry: z.core.$ZodType<Value>) => z.object({ entry });
const Named = z.object({ sk: z.string() });

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
          this.#read(city).then((read) => read?.data),
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
    const written = await this.#write(
      changed.value,
      read.revision,
      place === 'city' ? [] : [{ put: entryItem(city, place, entry) }],
    );
    return written.agreed ? agree(entry) : written;
  }

  async load(file: CityData): Promise<Outcome<void>> {
    const city = file.city.id;
    const read = await this.#read(city);
    const merged = withFile(read?.data ?? file, file);
    if (!merged.agreed) return merged;
    const known = new Set(read ? entryItems(read.data).map((item) => JSON.stringify(item)) : []);
    await this.#table.load(entryItems(merged.value).filter((item) => !known.has(JSON.stringify(item))));
    await this.#table.load([{ pk: CITIES, sk: city }]);
    // The city comes last: until it is there, nobody sees the half of it.
    return this.#write(merged.value, read?.revision, []);
  }

  /** The city counts its changes, so that what was checked together is written together. */
  async #write(data: CityData, revision: number | undefined, entries: readonly Step[]): Promise<Outcome<void>> {
    const { city } = data;
    const when =
      revision === undefined ? { condition: isNew } : { condition: '#revision = :read', values: { ':read': revision } };
    const written = await this.#table.write([
      { put: { ...cityKey(city.id), entry: city, revision: (revision ?? 0) + 1 }, when },
      ...entries,
    ]);
    if (written.agreed) this.#keep(city.id, Promise.resolve(data));
    return written;
  }

  async #read(city: string): Promise<{ data: Office; revision: number } | undefined> {
    const values = { ':directory': directoryPartition(city) };
    const items = await this.#table.all({ keys: '#pk = :directory', values, strong: true }, DirectoryItem);
    const parts = partsOf(city, items);
    return parts && { revision: parts.revision, data: z.parse(CityData, parts.data) };
  }

  #keep(city: string, office: Promise<Office | undefined>): Promise<Office | undefined> {
    this.#kept.set(city, { office, until: this.#elapsed() + KEPT_MS });
    // A read that failed is not kept: the next caller tries again.
    office.catch(() => this.#kept.delete(city));
    return office;
  }
}

const changedBy = (data: CityData, kind: EntryKind, entry: Entries[EntryKind]): Outcome<CityData> => {
  if (kind !== 'partner') return withEntry(data, kind, entry);
  const partner = fitPartner(data, z.parse(PartnerEntry, entry));
  return partner.agreed ? agree(data) : partner;
};
