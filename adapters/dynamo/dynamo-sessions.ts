import * as z from 'zod/mini';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { Session } from '../../domain/session.ts';
import type { Slot } from '../../domain/slot.ts';
import type { Instant } from '../../domain/time.ts';
import type { CityTable } from './city-table.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import { sessionKey, sessionListingKey, sessionOfDayKey, sessionsPartition, slotKey } from './keys.ts';

const Listed = z.object({ id: z.string() });

export class DynamoSessions implements Sessions {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  find(city: string, id: string): Promise<Session | undefined> {
    return this.#table.get(sessionKey(city, id), Session, { strong: true });
  }

  /** Strongly consistent, so that a session planned a moment ago is seen to overlap. */
  async list(city: string, official: string, from: Instant, limit: number): Promise<readonly Session[]> {
    const { items } = await this.#table.page(
      {
        keys: '#pk = :sessions AND #sk >= :from',
        values: { ':sessions': sessionsPartition(city, official), ':from': from },
        limit,
        strong: true,
      },
      Listed,
    );
    const keys = items.map(({ id }) => sessionKey(city, id));
    return this.#table.getAll(keys, Session, { strong: true });
  }

  /** Session and slots in one transaction, which is why a session has at most 90 slots. */
  async add(session: Session, slots: readonly Slot[]): Promise<Outcome<Session>> {
    const { city, id } = session;
    const written = await this.#table.write([
      {
        put: { ...sessionKey(city, id), ...session },
        when: { condition: isNew },
        otherwise: refuse('already-recorded'),
      },
      // Somebody planned another one of that day since the others were read: it may lie over this one.
      { put: { ...sessionOfDayKey(session), id }, when: { condition: isNew } },
      { put: { ...sessionListingKey(session), id } },
      ...slots.map((slot) => ({ put: { ...slotKey(city, slot.id), ...slot }, when: { condition: isNew } })),
    ]);
    return written.agreed ? agree(session) : written;
  }

  /** The version of the session that is written is one more than that of the session that was read. */
  async replace(session: Session): Promise<Outcome<Session>> {
    const written = await this.#table.write([
      {
        put: { ...sessionKey(session.city, session.id), ...session },
        when: { condition: unchangedSinceRead, values: { ':read': session.version - 1 } },
      },
    ]);
    return written.agreed ? agree(session) : written;
  }
}
