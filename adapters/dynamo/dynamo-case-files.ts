import * as z from 'zod/mini';
import type { Change } from '../../domain/change.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Party } from '../../domain/party.ts';
import type { CaseFile, CaseFiles, MayLag } from '../../domain/ports/case-files.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Document } from '../../domain/ports/documents.ts';
import type { Request } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import type { CityTable } from './city-table.ts';
import type { DynamoRequests } from './dynamo-requests.ts';
import { isNew } from './expression.ts';
import {
  CORE,
  casePartition,
  contentKey,
  DOCUMENT,
  documentKey,
  EVENTS,
  lookKey,
  looksPartition,
  requestKey,
} from './keys.ts';
import { movedSearchRows, searchable, searchRows } from './search-steps.ts';
import { ContentItem, DocumentItem, EventsItem, LookItem } from './stored-case.ts';
import { HotItem, OrderItem, requestFrom, untorn } from './stored-request.ts';

type Parts = {
  readonly table: CityTable;
  readonly requests: DynamoRequests;
  readonly directory: Pick<Directory, 'office'>;
};
type Look = { username: string; at: Instant; why?: string };

/** Everything about a request lies in one partition beside it, so that a case is one Query. */
export class DynamoCaseFiles implements CaseFiles {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async read(city: string, id: string, { mayLag = false }: MayLag = {}): Promise<CaseFile | undefined> {
    let items: OrderItem[] = [];
    const request = await untorn(async (isFirst) => {
      items = await this.#itemsOf(city, id, { strong: !(isFirst && mayLag) });
      const hot = items.find(({ sk }) => sk === requestKey(city, id).sk);
      const orders = items.filter((item) => item.sk.startsWith(CORE) && item !== hot);
      return hot && requestFrom(z.parse(HotItem, hot), orders);
    });
    if (!request) return undefined;
    const of = (prefix: string) => items.filter(({ sk }) => sk.startsWith(prefix));
    const [texts] = of(contentKey(city, id).sk);
    const { searchKeys: _, parties, ...content } = z.parse(ContentItem, texts);
    return {
      request,
      content,
      parties,
      events: z.parse(z.array(EventsItem), of(EVENTS)).flatMap(({ events }) => events),
      documents: z.parse(z.array(DocumentItem), of(DOCUMENT)).toSorted((a, b) => a.addedAt.localeCompare(b.addedAt)),
    };
  }

  #itemsOf(city: string, id: string, { strong }: { strong: boolean }): Promise<OrderItem[]> {
    const whole = { keys: '#pk = :case', values: { ':case': casePartition(city, id) }, strong };
    return this.#parts.table.all(whole, OrderItem);
  }

  async correctParties(
    change: Change,
    parties: readonly Party[],
    searchKeys: readonly string[],
  ): Promise<Outcome<Request>> {
    const { before, after } = change;
    const [content, office] = await Promise.all([
      this.#parts.table.get(contentKey(after.city, after.id), ContentItem, { strong: true }),
      this.#parts.directory.office(after.city),
    ]);
    const corrected = new Set(parties.map(({ number }) => number));
    const others = (content?.parties ?? []).filter(({ number }) => !corrected.has(number));
    const kept = searchable(searchKeys);
    const rowsOf = (request: Request, hashes: readonly string[]) => searchRows(request, hashes, office?.units ?? []);
    return this.#parts.requests.replace(change, [
      {
        update: contentKey(after.city, after.id),
        by: {
          update: 'SET #parties = :parties, #searchKeys = :searchKeys',
          values: { ':parties': [...others, ...parties].toSorted((a, b) => a.number - b.number), ':searchKeys': kept },
        },
      },
      ...movedSearchRows(rowsOf(before, content?.searchKeys ?? []), rowsOf(after, kept)),
    ]);
  }

  /** Noted once, however often it is said. */
  async addDocument(city: string, request: string, document: Document): Promise<void> {
    const step = { put: { ...documentKey(city, request, document.id), ...document }, when: { condition: isNew } };
    await this.#parts.table.write([step]);
  }

  async noteLook(city: string, request: string, look: Look): Promise<void> {
    await this.#parts.table.write([{ put: { ...lookKey(city, request, look), ...look } }]);
  }

  async looks(city: string, request: string): Promise<readonly Look[]> {
    const all = { keys: '#pk = :looks', values: { ':looks': looksPartition(city, request) }, strong: true };
    return this.#parts.table.all(all, LookItem);
  }
}
