import { deskOf } from '../../../adapters/dynamo/keys.ts';
import { ledgerIdOf } from '../../../adapters/dynamo/ledger-step.ts';
import { looksAt } from '../../../adapters/dynamo/queue-step.ts';
import { inboxSortOf } from '../../../adapters/dynamo/stored-request.ts';
import type { Change } from '../../../domain/change.ts';
import { changesNextStep } from '../../../domain/change.ts';
import { ledgerEntryOf } from '../../../domain/ledger.ts';
import { deskOfOrder } from '../../../domain/order.ts';
import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { Page } from '../../../domain/ports/page.ts';
import type { Desk, Requests } from '../../../domain/ports/requests.ts';
import { FIRST_IN_LINE, type InLine, readPlace } from '../../../domain/queue.ts';
import type { Request } from '../../../domain/request.ts';
import { isFree, isHeldBy, type Slot } from '../../../domain/slot.ts';
import type { Opening } from '../../../domain/submission.ts';
import { runInputOf, ticketOf } from '../../../domain/ticket.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf, type MemoryCase, type MemoryHouse, pageOf } from './memory-house.ts';

/** Requests in memory: the same conditions as the table's, and the same refusals. */
export class MemoryRequests implements Requests {
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async find(city: string, id: string): Promise<Request | undefined> {
    return this.#house.cases.get(keyOf(city, id))?.request;
  }

  async add(opening: Opening, { limited }: { limited: boolean }): Promise<Outcome<Request>> {
    const { request, content, parties, searchKeys, events, letters, callTasks } = opening;
    const { city, id, code } = request;
    if (this.#house.cases.has(keyOf(city, id))) return refuse('already-recorded');
    const claim = claimOf(request);
    if (limited && claim !== undefined && this.#house.claims.has(claim)) return refuse('open-request-exists');
    if (this.#house.codes.has(keyOf(city, code))) return refuse('changed-meanwhile');
    const now = this.#house.clock.now();
    const opened: MemoryCase = {
      ...{ request, content, parties, searchKeys, events: [...events], documents: [], looks: [], letters: [] },
      wait: {
        ...{ run: 1, version: request.version, step: request.step, until: request.until },
        ...{ runInput: runInputOf(ticketOf(request, 1)), expectedBy: now, sweeps: 0 },
      },
    };
    this.#house.cases.set(keyOf(city, id), opened);
    this.#house.codes.set(keyOf(city, code), id);
    if (limited && claim !== undefined) this.#house.claims.set(claim, id);
    this.#tell(opened, { letters, callTasks });
    return agree(request);
  }

  async replaceBoth(one: Change, other: Change): Promise<Outcome<Request>> {
    const isStale = ({ before }: Change) =>
      this.#house.cases.get(keyOf(before.city, before.id))?.request.version !== before.version;
    if (isStale(one) || isStale(other)) return refuse('changed-meanwhile');
    const claim = claimOf(other.before);
    const inherits =
      claim !== undefined && this.#house.claims.get(claim) === other.before.id && claim === claimOf(one.after);
    const written = await this.replace(other);
    if (!written.agreed) return written;
    if (other.after.status === 'closed' && inherits) this.#house.claims.set(claim, one.after.id);
    return this.replace(one);
  }

  async replace(change: Change): Promise<Outcome<Request>> {
    const { before, after, slots } = change;
    const kept = this.#house.cases.get(keyOf(before.city, before.id));
    if (kept?.request.version !== before.version) return refuse('changed-meanwhile');
    const slotOf = (id: string) => this.#house.slots.get(keyOf(before.city, id));
    const mayHave = (slot: Slot | undefined) =>
      slot !== undefined && (isHeldBy(slot, before.id) || isFree(slot, this.#house.clock.now()));
    const lost = slots.find(({ act, slot }) => act === 'confirm' && !mayHave(slotOf(slot)));
    if (lost) return refuse('slot-gone', { slot: lost.slot });

    for (const change of slots) {
      const slot = slotOf(change.slot);
      if (!slot || (change.act === 'release' && !isHeldBy(slot, before.id))) continue;
      const { holder: _, holdUntil: __, freeFrom: ___, openFrom: ____, ...bare } = slot;
      const changed =
        change.act === 'confirm'
          ? { ...bare, holder: before.id }
          : { ...bare, freeFrom: change.freeFrom, openFrom: change.openFrom };
      this.#house.slots.set(keyOf(before.city, slot.id), changed);
    }
    kept.request = after;
    kept.events.push(...change.events);
    this.#moveClaim(before, after);
    if (changesNextStep(change)) this.#publish(kept, change);
    this.#tell(kept, change);
    this.#record(change);
    this.#mark(change);
    return agree(after);
  }

  async idOf(city: string, code: string): Promise<string | undefined> {
    return this.#house.codes.get(keyOf(city, code));
  }

  async count(desk: Desk): Promise<number> {
    return this.#on(desk).length;
  }

  async line(city: string, official: string, limit: number): Promise<readonly InLine[]> {
    return this.#on({ city, pile: 'queue', of: official })
      .map(inboxSortOf)
      .filter((place) => place >= FIRST_IN_LINE)
      .toSorted()
      .slice(0, limit)
      .map(readPlace);
  }

  async list(desk: Desk, page: { limit: number; after?: string | undefined }): Promise<Page<Request>> {
    return pageOf(this.#on(desk), inboxSortOf, page);
  }

  async withOverdueOrders(city: string, at: Instant, limit: number): Promise<readonly string[]> {
    const climbing = this.#openOrders(city).filter(({ order }) => (order.climbsAt ?? at) <= at);
    const pressing = pageOf(climbing, sortOfOrder, { limit }).items;
    return [...new Set(pressing.map(({ request }) => request.id))];
  }

  async ordersOf(
    city: string,
    unit: string,
    page: { limit: number; after?: string | undefined; until?: Instant | undefined },
  ): Promise<Page<{ request: string; order: number }>> {
    const { until = '~' } = page;
    const addressed = this.#openOrders(city).filter(
      ({ order }) => deskOfOrder(order) === unit && (order.climbsAt ?? '') < until,
    );
    const { items, ...rest } = pageOf(addressed, sortOfOrder, page);
    return { items: items.map(({ request, order }) => ({ request: request.id, order: order.number })), ...rest };
  }

  async promisesOf(city: string, official: string, { until, limit }: { until: Instant; limit: number }) {
    return this.#openOrders(city)
      .filter(({ order }) => order.official === official && order.due.at < until)
      .toSorted((a, b) => (promiseSortOf(a) < promiseSortOf(b) ? -1 : 1))
      .slice(0, limit)
      .map(({ request, order }) => ({ request: request.id, order: order.number }));
  }

  #on({ city, pile, of }: Desk): Request[] {
    return this.#house
      .casesOf(city)
      .map(({ request }) => request)
      .filter((request) => {
        const desk = deskOf(request);
        return desk?.pile === pile && desk.of === of;
      });
  }

  #openOrders(city: string) {
    return this.#house
      .casesOf(city)
      .flatMap(({ request }) => request.orders.map((order) => ({ request, order })))
      .filter(({ order }) => order.status === 'open' && order.climbsAt !== undefined);
  }

  /** An open request counts for its applicant and official; a closed one does not, and a reopened one does if it can. */
  #moveClaim(before: Request, after: Request): void {
    const held = before.status === 'closed' ? undefined : claimOf(before);
    const wanted = after.status === 'closed' ? undefined : claimOf(after);
    if (held === wanted) return;
    const had = held !== undefined && this.#house.claims.get(held) === before.id;
    if (had) this.#house.claims.delete(held);
    if (wanted !== undefined && (had || before.status === 'closed') && !this.#house.claims.has(wanted)) {
      this.#house.claims.set(wanted, after.id);
    }
  }

  #publish(kept: MemoryCase, { before, after }: Change): void {
    const { expectedBy: _, taskToken, ...wait } = kept.wait;
    const reopened = before.step === 'closed';
    const run = reopened ? wait.run + 1 : wait.run;
    kept.wait = {
      ...{ ...wait, run, version: after.version, step: after.step, until: after.until, sweeps: 0 },
      ...(reopened ? { runInput: runInputOf(ticketOf(after, run)) } : taskToken !== undefined && { taskToken }),
      ...(after.step !== 'closed' && { expectedBy: this.#house.clock.now() }),
    };
  }

  #record(change: Change): void {
    const at = this.#house.clock.now();
    const recorded = ledgerEntryOf(change, at);
    if (!recorded) return;
    const { city, id, version } = change.after;
    const key = keyOf(city, recorded.official);
    const { waiting, lines } = this.#house.ledgers.get(key) ?? { waiting: [], lines: [] };
    const entry = { id: ledgerIdOf({ at, id, version }), entry: recorded.entry };
    this.#house.ledgers.set(key, { waiting: [...waiting, entry], lines });
  }

  #mark(change: Change): void {
    const { city, id, version, official } = change.after;
    const at = looksAt(change, this.#house.clock.now());
    if (at !== undefined) this.#house.looks.set(keyOf(city, official, `${id}#${version}`), at);
  }

  #tell(kept: MemoryCase, { letters, callTasks }: Pick<Change, 'letters' | 'callTasks'>): void {
    const { city, id, step, version } = kept.request;
    kept.letters.push(
      ...letters.map((letter, number) => ({
        letter: { ...letter, city, request: id, key: `${step}.${version}.${number}`, attempts: 0 },
        dueAt: letter.sendAt ?? letter.gatheredAt ?? this.#house.clock.now(),
      })),
    );
    for (const task of callTasks) this.#house.callTasks.set(keyOf(city, task.id), task);
  }
}

const sortOfOrder = ({ request, order }: { request: Request; order: Request['orders'][number] }): string =>
  `${order.climbsAt}#${request.id}#${String(order.number).padStart(3, '0')}`;

const promiseSortOf = ({ request, order }: { request: Request; order: Request['orders'][number] }): string =>
  `${order.due.at}#${request.id}#${String(order.number).padStart(3, '0')}`;

const claimOf = ({ city, applicantKey, official }: Request): string | undefined =>
  applicantKey === undefined ? undefined : keyOf(city, applicantKey, official);
