import * as z from 'zod/mini';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { DayOf, Sessions } from '../../domain/ports/sessions.ts';
import { Session } from '../../domain/session.ts';
import type { Slot } from '../../domain/slot.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { CityTable } from './city-table.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import {
  dayPartition,
  dayPrefix,
  sessionKey,
  sessionListingKey,
  sessionOfDayKey,
  sessionOfVenueDayKey,
  sessionsPartition,
  sitsKey,
  sitsPartition,
  slotKey,
} from './keys.ts';
import { lookItem } from './queue-step.ts';
import type { Step } from './step.ts';

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
    return this.#all(
      city,
      items.map(({ id }) => id),
    );
  }

  /** Strongly consistent too. The same session stands there as often as it was put on that day. */
  async onDay(city: string, of: DayOf, on: LocalDate): Promise<readonly Session[]> {
    const ids = await this.#idsOf(dayPartition(city, of), on);
    const found = new Map((await this.#all(city, [...new Set(ids)])).map((session) => [session.id, session]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Rows are never removed, so whoever left a session, or whose session went elsewhere, is passed over. */
  async attendedBy(city: string, post: string, on: LocalDate): Promise<readonly Session[]> {
    const sessions = await this.#all(city, await this.#idsOf(sitsPartition(city, post), on));
    return sessions.filter((session) => session.on === on && postsOf(session).includes(post));
  }

  /** Session and slots in one transaction, which is why a session has at most 80 slots. */
  async add(session: Session, slots: readonly Slot[]): Promise<Outcome<Session>> {
    const { city, id } = session;
    const written = await this.#table.write([
      {
        put: { ...sessionKey(city, id), ...session },
        when: { condition: isNew },
        otherwise: refuse('already-recorded'),
      },
      ...placeSteps(session),
      lookStep(session),
      ...slots.map((slot) => ({ put: { ...slotKey(city, slot.id), ...slot }, when: { condition: isNew } })),
    ]);
    return written.agreed ? agree(session) : written;
  }

  replace(session: Session): Promise<Outcome<Session>> {
    return this.#rewrite(session, []);
  }

  rearrange(before: Session, after: Session): Promise<Outcome<Session>> {
    const { startsAt } = before;
    const left = startsAt === after.startsAt ? [] : [{ remove: sessionListingKey(before) }];
    return this.#rewrite(after, [...left, ...placeSteps(after, before)]);
  }

  /** The version of the session that is written is one more than that of the session that was read. */
  async #rewrite(session: Session, steps: readonly Step[]): Promise<Outcome<Session>> {
    const written = await this.#table.write([
      {
        put: { ...sessionKey(session.city, session.id), ...session },
        when: { condition: unchangedSinceRead, values: { ':read': session.version - 1 } },
      },
      lookStep(session),
      ...steps,
    ]);
    return written.agreed ? agree(session) : written;
  }

  async #idsOf(partition: string, on: LocalDate): Promise<string[]> {
    const values = { ':partition': partition, ':day': dayPrefix(on) };
    const keys = '#pk = :partition AND begins_with(#sk, :day)';
    return (await this.#table.all({ keys, values, strong: true }, Listed)).map(({ id }) => id);
  }

  #all(city: string, ids: readonly string[]): Promise<Session[]> {
    const keys = ids.map((id) => sessionKey(city, id));
    return this.#table.getAll(keys, Session, { strong: true });
  }
}

/** The queue is looked at when a session opens, and whenever it changes. */
const lookStep = ({ city, official, id, version, publishesAt = LONG_AGO }: Session): Step => ({
  put: lookItem({ city, official }, `session#${id}#${version}`, publishesAt),
});
const LONG_AGO: Instant = '1970-01-01T00:00:00.000Z';

const postsOf = ({ attendees = [] }: Session): string[] =>
  attendees.flatMap((attendee) => ('post' in attendee ? attendee.post : []));

/**
 * The rows by which a session is found, as far as they are not there already. The nth of a day exists once: somebody who
 * planned another one of that day since the others were read may have put it over this one.
 */
const placeSteps = (session: Session, before?: Session): Step[] => {
  const { id, ofDay, ofVenueDay, venue, on } = session;
  const isSameDay = before?.on === on;
  const steps: Step[] = [];
  if (before?.startsAt !== session.startsAt) steps.push({ put: { ...sessionListingKey(session), id } });
  if (!(isSameDay && before.ofDay === ofDay))
    steps.push({ put: { ...sessionOfDayKey(session), id }, when: { condition: isNew } });
  if (ofVenueDay !== undefined && !(isSameDay && before.venue === venue && before.ofVenueDay === ofVenueDay))
    steps.push({ put: { ...sessionOfVenueDayKey(session, ofVenueDay), id }, when: { condition: isNew } });
  return [...steps, ...postsOf(session).map((post) => ({ put: { ...sitsKey(session, post), id } }))];
};
