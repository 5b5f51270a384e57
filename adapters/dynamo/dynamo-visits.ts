import * as z from 'zod/mini';
import { agree, type Outcome } from '../../domain/outcome.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import { Session } from '../../domain/session.ts';
import { Visit } from '../../domain/visit.ts';
import type { CityTable } from './city-table.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import { sessionPartition, visitKey } from './keys.ts';

const OfDay = z.union([Visit, Session]);

/** Visits lie beside their session, so that the whole day is one Query of one partition. */
export class DynamoVisits implements Visits {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  async ofDay(city: string, id: string, { strong = false } = {}) {
    const items = await this.#table.all(
      { keys: '#pk = :session', values: { ':session': sessionPartition(city, id) }, strong },
      OfDay,
    );
    const session = items.find((item): item is Session => !('request' in item));
    return session && { session, visits: items.filter((item): item is Visit => 'request' in item) };
  }

  async save(visit: Visit): Promise<Outcome<Visit>> {
    const written = await this.#table.write([
      {
        put: { ...visitKey(visit), ...visit },
        when:
          visit.version === 1
            ? { condition: isNew }
            : { condition: unchangedSinceRead, values: { ':read': visit.version - 1 } },
      },
    ]);
    return written.agreed ? agree(visit) : written;
  }
}
