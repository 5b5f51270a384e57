import type { CityData } from '../../../domain/city.ts';
import { fitPartner, withEntry, withFile } from '../../../domain/city-changes.ts';
import { agree, type Outcome, refuse, refuseField } from '../../../domain/outcome.ts';
import type { Directory, Entries, EntryKind, Partner } from '../../../domain/ports/directory.ts';
import type { User } from '../../../domain/user.ts';

export class MemoryDirectory implements Directory {
  readonly #cities = new Map<string, CityData>();
  readonly #partners = new Map<string, Partner>();

  dataOf(city: string): CityData | undefined {
    return this.#cities.get(city);
  }

  async cities(): Promise<readonly string[]> {
    return [...this.#cities.keys()].toSorted();
  }

  async office(city: string): Promise<CityData | undefined> {
    return this.#cities.get(city);
  }

  async user(city: string, username: string): Promise<User | undefined> {
    return this.#cities.get(city)?.users.find((user) => user.username === username);
  }

  async partner(city: string, clientId: string): Promise<Partner | undefined> {
    return this.#partners.get(`${city}/${clientId}`);
  }

  async partners(city: string): Promise<readonly Partner[]> {
    return [...this.#partners].filter(([key]) => key.startsWith(`${city}/`)).map(([, partner]) => partner);
  }

  async put<Kind extends EntryKind>(city: string, kind: Kind, entry: Entries[Kind]): Promise<Outcome<Entries[Kind]>> {
    const data = this.#cities.get(city);
    if (!data) return refuse('not-found');
    const given: Entries[EntryKind] = entry;
    const place: EntryKind = kind;
    if (place === 'partner' || 'clientId' in given) {
      if (!('clientId' in given)) return refuseField('clientId', 'missing');
      const partner = fitPartner(data, given);
      if (!partner.agreed) return partner;
      this.#partners.set(`${city}/${given.clientId}`, given);
      return agree(entry);
    }
    const changed = withEntry(data, place, given);
    if (!changed.agreed) return changed;
    this.#cities.set(city, changed.value);
    return agree(entry);
  }

  async load(data: CityData): Promise<Outcome<void>> {
    const changed = withFile(this.#cities.get(data.city.id) ?? data, data);
    if (!changed.agreed) return changed;
    this.#cities.set(data.city.id, changed.value);
    return agree(undefined);
  }
}
