import type { Change } from '../../../domain/change.ts';
import type { Committee, Matter } from '../../../domain/committee.ts';
import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { CommitteeFile, Committees } from '../../../domain/ports/committees.ts';
import type { Request } from '../../../domain/request.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf } from './memory-house.ts';
import type { MemoryRequests } from './memory-requests.ts';

export class MemoryCommittees implements Committees {
  readonly #files = new Map<string, CommitteeFile>();
  readonly #requests: Pick<MemoryRequests, 'replace'>;

  constructor(requests: Pick<MemoryRequests, 'replace'>) {
    this.#requests = requests;
  }

  async find(city: string, id: string): Promise<CommitteeFile | undefined> {
    return this.#files.get(keyOf(city, id));
  }

  async list(city: string, unit: string, limit: number): Promise<readonly Committee[]> {
    return this.#of(city)
      .filter((committee) => committee.unit === unit)
      .toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))
      .slice(0, limit);
  }

  async unclosed(city: string, until: Instant, limit: number): Promise<readonly Committee[]> {
    return this.#of(city)
      .filter(({ closedAt, startsAt }) => closedAt === undefined && startsAt <= until)
      .slice(0, limit);
  }

  async add(committee: Committee): Promise<Outcome<Committee>> {
    const key = keyOf(committee.city, committee.id);
    if (this.#files.has(key)) return refuse('already-recorded');
    this.#files.set(key, { committee, matters: [] });
    return agree(committee);
  }

  async open(committee: Committee, matters: readonly Matter[]): Promise<Outcome<CommitteeFile>> {
    if (!this.#isRead(committee)) return refuse('changed-meanwhile');
    const file = { committee, matters };
    this.#files.set(keyOf(committee.city, committee.id), file);
    return agree(file);
  }

  async decide({ city, id }: Committee, matter: Matter, change: Change): Promise<Outcome<Request>> {
    const file = this.#files.get(keyOf(city, id));
    const before = file?.matters.find(({ number }) => number === matter.number);
    if (!file || before?.decision !== undefined) return refuse('already-recorded');
    const written = await this.#requests.replace(change);
    if (!written.agreed) return written;
    const matters = file.matters.map((one) => (one === before ? matter : one));
    this.#files.set(keyOf(city, id), { ...file, matters });
    return written;
  }

  async close(closed: Committee, next: Committee | undefined): Promise<Outcome<Committee>> {
    if (!this.#isRead(closed)) return refuse('changed-meanwhile');
    const key = keyOf(closed.city, closed.id);
    this.#files.set(key, { committee: closed, matters: this.#files.get(key)?.matters ?? [] });
    if (next) await this.add(next);
    return agree(closed);
  }

  #of(city: string): Committee[] {
    return [...this.#files.values()].map(({ committee }) => committee).filter((committee) => committee.city === city);
  }

  #isRead({ city, id, version }: Committee): boolean {
    return this.#files.get(keyOf(city, id))?.committee.version === version - 1;
  }
}
