import * as z from 'zod/mini';
import type { Change } from '../../domain/change.ts';
import { Committee, Matter } from '../../domain/committee.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CommitteeFile, Committees } from '../../domain/ports/committees.ts';
import type { Request } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import type { DynamoRequests } from './dynamo-requests.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import {
  committeeKey,
  committeeListingKey,
  committeePartition,
  committeesPartition,
  dueCommittees,
  matterKey,
} from './keys.ts';
import type { Step } from './step.ts';
import { DUE } from './table.ts';

type Parts = { readonly table: CityTable; readonly requests: Pick<DynamoRequests, 'replace'> };

const Listed = z.object({ id: z.string() });
const Item = z.union([Committee, Matter]);
const isUndecided = 'attribute_not_exists(#decision)';

/** A committee, its agenda beside it, and a row in its unit's listing; until it is closed it stands in the due index. */
export class DynamoCommittees implements Committees {
  readonly #table: CityTable;
  readonly #requests: Parts['requests'];

  constructor({ table, requests }: Parts) {
    this.#table = table;
    this.#requests = requests;
  }

  async find(city: string, id: string): Promise<CommitteeFile | undefined> {
    const file = { keys: '#pk = :committee', values: { ':committee': committeePartition(city, id) }, strong: true };
    // The committee comes first: COMMITTEE sorts before MATTER#…
    const [committee, ...matters] = await this.#table.all(file, Item);
    if (!committee || 'order' in committee) return undefined;
    return { committee, matters: matters.flatMap((item) => ('order' in item ? [item] : [])) };
  }

  async list(city: string, unit: string, limit: number): Promise<readonly Committee[]> {
    const newest = { keys: '#pk = :of', values: { ':of': committeesPartition(city, unit) }, backward: true, limit };
    const { items } = await this.#table.page(newest, Listed);
    const keys = items.map(({ id }) => committeeKey(city, id));
    return this.#table.getAll(keys, Committee, { strong: true });
  }

  async unclosed(city: string, until: Instant, limit: number): Promise<readonly Committee[]> {
    const values = { ':committees': dueCommittees(city), ':until': until };
    const due = { index: DUE, keys: '#dueKey = :committees AND #dueAt <= :until', values, limit };
    const { items } = await this.#table.page(due, StoredKey);
    const committees = await this.#table.getAll(items, Committee, { strong: true });
    return committees.filter(({ closedAt }) => closedAt === undefined);
  }

  async add(committee: Committee): Promise<Outcome<Committee>> {
    const written = await this.#table.write(firstSteps(committee));
    return written.agreed ? agree(committee) : written;
  }

  async open(committee: Committee, matters: readonly Matter[]): Promise<Outcome<CommitteeFile>> {
    const { city, id } = committee;
    const agenda = matters.map((matter) => ({ put: { ...matterKey(city, id, matter.number), ...matter } }));
    const written = await this.#table.write([changed(committee), ...agenda]);
    return written.agreed ? agree({ committee, matters }) : written;
  }

  decide({ city, id }: Committee, matter: Matter, change: Change): Promise<Outcome<Request>> {
    const decided: Step = {
      put: { ...matterKey(city, id, matter.number), ...matter },
      when: { condition: isUndecided },
      otherwise: refuse('already-recorded'),
    };
    return this.#requests.replace(change, [decided]);
  }

  async close(closed: Committee, next: Committee | undefined): Promise<Outcome<Committee>> {
    const written = await this.#table.write([changed(closed), ...(next ? firstSteps(next) : [])]);
    return written.agreed ? agree(closed) : written;
  }
}

const itemOf = (committee: Committee) => ({
  ...committeeKey(committee.city, committee.id),
  ...committee,
  ...(committee.closedAt === undefined && { dueKey: dueCommittees(committee.city), dueAt: committee.startsAt }),
});

const firstSteps = (committee: Committee): Step[] => [
  { put: itemOf(committee), when: { condition: isNew }, otherwise: refuse('already-recorded') },
  { put: { ...committeeListingKey(committee), id: committee.id } },
];

const changed = (committee: Committee): Step => ({
  put: itemOf(committee),
  when: { condition: unchangedSinceRead, values: { ':read': committee.version - 1 } },
});
