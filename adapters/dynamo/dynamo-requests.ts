import * as z from 'zod/mini';
import type { Change } from '../../domain/change.ts';
import { agree, type Outcome } from '../../domain/outcome.ts';
import type { MayLag } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Page } from '../../domain/ports/page.ts';
import type { Desk, Requests } from '../../domain/ports/requests.ts';
import { FIRST_IN_LINE, type InLine, readPlace } from '../../domain/queue.ts';
import type { Request } from '../../domain/request.ts';
import type { Opening } from '../../domain/submission.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import {
  codeKey,
  contentKey,
  deskOf,
  dueClimbs,
  inboxKeyOf,
  type Key,
  ordersInbox,
  promisesInbox,
  requestOfPartition,
} from './keys.ts';
import { readRequest } from './read-request.ts';
import { changeSteps, openingSteps } from './request-steps.ts';
import { movedSearchRows, searchRows } from './search-steps.ts';
import type { Step } from './step.ts';
import { ContentItem } from './stored-case.ts';
import { HotItem, OrderItem, orderKeysOf, requestFrom } from './stored-request.ts';
import { DUE, INBOX, PROMISES } from './table.ts';
import { NOT_AS_TRUSTED } from './wait-steps.ts';

type Parts = { readonly table: CityTable; readonly directory: Pick<Directory, 'office'>; readonly clock: Clock };

const InboxKey = z.extend(StoredKey, { inboxSort: z.string() });
const pileFrom = (pile: string, from: string | undefined, until: string | undefined) => {
  const values = { ':pile': pile, ...(from && { ':from': from }), ...(until && { ':until': until }) };
  if (until !== undefined) {
    const between = '#inboxKey = :pile AND #inboxSort BETWEEN :from AND :until';
    return { keys: between, values: { ...values, ':from': from ?? '!' } };
  }
  return { keys: from ? '#inboxKey = :pile AND #inboxSort >= :from' : '#inboxKey = :pile', values };
};

const PromiseKey = z.object({ promiseSort: z.string() });
const Id = z.object({ id: z.string() });

/** The requests in the table: every decision is one conditional transaction, and the listings read sparse indexes only. */
export class DynamoRequests implements Requests {
  readonly #table: CityTable;
  readonly #directory: Parts['directory'];
  readonly #clock: Clock;

  constructor({ table, directory, clock }: Parts) {
    this.#table = table;
    this.#directory = directory;
    this.#clock = clock;
  }

  find(city: string, id: string, how?: MayLag): Promise<Request | undefined> {
    return readRequest(this.#table, { city, id }, how);
  }

  async add(opening: Opening, { limited }: { limited: boolean }): Promise<Outcome<Request>> {
    const { request } = opening;
    const units = await this.#unitsOf(request.city);
    const steps = openingSteps(opening, { limited, units, now: this.#clock.now() });
    const written = await this.#table.write(steps);
    return written.agreed ? agree(request) : written;
  }

  async replace(change: Change, more: readonly Step[] = []): Promise<Outcome<Request>> {
    const moved = await this.#movedSearch(change);
    const write = async (isTrusting: boolean) => {
      const at = { now: this.#clock.now(), table: this.#table, isTrusting };
      const { steps, leaves } = await changeSteps(change, at);
      const written = await this.#table.write([...steps, ...moved, ...more]);
      if (written.agreed && leaves) this.#table.knows(leaves);
      return written;
    };
    const first = await write(true);
    const written = first === NOT_AS_TRUSTED ? await write(false) : first;
    return written.agreed ? agree(change.after) : written;
  }

  async replaceBoth(one: Change, other: Change): Promise<Outcome<Request>> {
    const at = { now: this.#clock.now(), table: this.#table };
    const steps = await Promise.all([changeSteps(one, at), changeSteps(other, { ...at, heir: one.after })]);
    const written = await this.#table.write(steps.flatMap((each) => each.steps));
    return written.agreed ? agree(one.after) : written;
  }

  async idOf(city: string, code: string): Promise<string | undefined> {
    return (await this.#table.get(codeKey(city, code), Id))?.id;
  }

  count(desk: Desk): Promise<number> {
    return this.#table.count({ index: INBOX, keys: '#inboxKey = :desk', values: { ':desk': inboxKeyOf(desk) } });
  }

  async line(city: string, official: string, limit: number): Promise<readonly InLine[]> {
    const queue = inboxKeyOf({ city, pile: 'queue', of: official });
    const { items } = await this.#table.page(
      {
        index: INBOX,
        keys: '#inboxKey = :queue AND #inboxSort >= :waiting',
        values: { ':queue': queue, ':waiting': FIRST_IN_LINE },
        limit,
      },
      InboxKey,
    );
    return items.map(({ inboxSort }) => readPlace(inboxSort));
  }

  async list(desk: Desk, page: { limit: number; after?: string | undefined }): Promise<Page<Request>> {
    const { items, ...rest } = await this.#inbox(inboxKeyOf(desk), page);
    const found = await this.#readAll(items);
    // The index may lag behind the table: what has left the desk meanwhile is not shown on it.
    const onDesk = found.filter((request) => {
      const now = deskOf(request);
      return now?.pile === desk.pile && now.of === desk.of;
    });
    return { items: onDesk, ...rest };
  }

  async withOverdueOrders(city: string, at: Instant, limit: number): Promise<readonly string[]> {
    const { items } = await this.#table.page(
      {
        index: DUE,
        keys: '#dueKey = :climbs AND #dueAt <= :at',
        values: { ':climbs': dueClimbs(city), ':at': at },
        limit,
      },
      StoredKey,
    );
    return [...new Set(items.map(({ pk }) => requestOfPartition(pk)))];
  }

  async ordersOf(
    city: string,
    unit: string,
    page: { limit: number; after?: string | undefined; until?: Instant | undefined },
  ): Promise<Page<{ request: string; order: number }>> {
    const { items, ...rest } = await this.#inbox(ordersInbox(city, unit), page);
    const orders = items.map(({ inboxSort }) => {
      const [, request = '', order] = inboxSort.split('#');
      return { request, order: Number(order) };
    });
    return { items: orders, ...rest };
  }

  async promisesOf(city: string, official: string, { until, limit }: { until: Instant; limit: number }) {
    const { items } = await this.#table.page(
      {
        index: PROMISES,
        keys: '#promiseKey = :of AND #promiseSort < :until',
        values: { ':of': promisesInbox(city, official), ':until': until },
        limit,
      },
      PromiseKey,
    );
    return items.map(({ promiseSort }) => {
      const [, request = '', order] = promiseSort.split('#');
      return { request, order: Number(order) };
    });
  }

  /** One page of a pile, and one key more to know whether there is another. */
  async #inbox(
    pile: string,
    { limit, after, until }: { limit: number; after?: string | undefined; until?: Instant | undefined },
  ) {
    // What is sorted just behind `after`: no sort key is another one's beginning.
    const from = after === undefined ? undefined : `${after}!`;
    const { items } = await this.#table.page(
      {
        index: INBOX,
        ...pileFrom(pile, from, until),
        limit: limit + 1,
      },
      InboxKey,
    );
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return items.length > limit && last ? { items: page, next: last.inboxSort } : { items: page };
  }

  /** The hot items, then the orders of all of them at once. */
  async #readAll(keys: readonly Key[]): Promise<Request[]> {
    const hot = await this.#table.getAll(keys, HotItem);
    const orders = Map.groupBy(await this.#table.getAll(hot.flatMap(orderKeysOf), OrderItem), ({ pk }) => pk);
    const read = hot.map((item) => requestFrom(item, orders.get(item.pk) ?? []));
    const whole = read.map(({ request, isTorn }) => (isTorn ? this.find(request.city, request.id) : request));
    return (await Promise.all(whole)).filter((request) => request !== undefined);
  }

  /** Search rows carry the path of the request's unit, and follow it to another unit. */
  async #movedSearch({ before, after }: Change): Promise<Step[]> {
    if (before.unit === after.unit) return [];
    const [content, units] = await Promise.all([
      this.#table.get(contentKey(after.city, after.id), ContentItem, { strong: true }),
      this.#unitsOf(after.city),
    ]);
    const { searchKeys = [] } = content ?? {};
    return movedSearchRows(searchRows(before, searchKeys, units), searchRows(after, searchKeys, units));
  }

  async #unitsOf(city: string) {
    const office = await this.#directory.office(city);
    if (!office) throw new Error(`There is no city ${city}`);
    return office.units;
  }
}
