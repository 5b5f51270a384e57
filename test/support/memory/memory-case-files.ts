import type { Change } from '../../../domain/change.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { Party } from '../../../domain/party.ts';
import type { CaseFile, CaseFiles } from '../../../domain/ports/case-files.ts';
import type { Document } from '../../../domain/ports/documents.ts';
import type { Request } from '../../../domain/request.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf, type MemoryHouse } from './memory-house.ts';
import type { MemoryRequests } from './memory-requests.ts';

export class MemoryCaseFiles implements CaseFiles {
  readonly #house: MemoryHouse;
  readonly #requests: MemoryRequests;

  constructor(house: MemoryHouse, requests: MemoryRequests) {
    this.#house = house;
    this.#requests = requests;
  }

  async read(city: string, id: string): Promise<CaseFile | undefined> {
    const kept = this.#house.cases.get(keyOf(city, id));
    if (!kept) return undefined;
    const { request, content, parties, events, documents } = kept;
    return { request, content, parties, events: [...events], documents: [...documents] };
  }

  async correctParties(
    change: Change,
    parties: readonly Party[],
    searchKeys: readonly string[],
  ): Promise<Outcome<Request>> {
    const written = await this.#requests.replace(change);
    const kept = this.#house.cases.get(keyOf(change.after.city, change.after.id));
    if (written.agreed && kept) {
      const named = new Set(parties.map(({ number }) => number));
      kept.parties = [...kept.parties.filter(({ number }) => !named.has(number)), ...parties].toSorted(
        (a, b) => a.number - b.number,
      );
      kept.searchKeys = searchKeys;
    }
    return written;
  }

  async addDocument(city: string, request: string, document: Document): Promise<void> {
    const documents = this.#house.cases.get(keyOf(city, request))?.documents;
    if (documents?.every(({ id }) => id !== document.id)) documents.push(document);
  }

  async noteLook(city: string, request: string, look: { username: string; at: Instant; why?: string }): Promise<void> {
    this.#house.cases.get(keyOf(city, request))?.looks.push(look);
  }

  async looks(city: string, request: string): Promise<readonly { username: string; at: Instant; why?: string }[]> {
    return [...(this.#house.cases.get(keyOf(city, request))?.looks ?? [])];
  }
}
