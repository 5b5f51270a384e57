import type * as z from 'zod/mini';
import type { EventView } from '../../contract/request-view.ts';
import type { Speech } from './speech.ts';

type Event = z.infer<typeof EventView>;

/** What the office does by itself after somebody's act is not that person's doing. */
const BY_THE_OFFICE: readonly string[] = ['reminded', 'reminder-dropped'];

/** A line of the timeline: what happened, to which order or turn, when and by whom. */
export const eventLine = (event: Event, index: number, { words, moment, number }: Speech, citizen: string) => {
  const { kind, at, by, username, text, facts } = event;
  const order = facts.order && words.orderNumber(number(Number(facts.order)));
  const turn = facts.startsAt && moment(facts.startsAt);
  const who = by === 'citizen' ? citizen : (username ?? words.actors[by]);
  return {
    key: `${at}-${index}`,
    title: [words.events[kind], order, turn].filter(Boolean).join(' · '),
    at: moment(at),
    by: BY_THE_OFFICE.includes(kind) ? words.actors.office : who,
    text,
  };
};
