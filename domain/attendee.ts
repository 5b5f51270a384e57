import * as z from 'zod/mini';
import { Slug } from './unit.ts';

/** Who sits in beside the host: a post of the city, somebody of a unit, or whoever is named. */
export const Attendee = z.union([
  z.strictObject({ post: Slug }),
  z.strictObject({ unit: Slug }),
  z.strictObject({ name: z.string() }),
]);
export type Attendee = z.infer<typeof Attendee>;

/** With the slots of a session they must fit into one transaction. */
export const MOST_ATTENDEES = 12;

/** The attendees of a session; until they became a list they were a line of text. */
export const Attendees = z.pipe(
  z.union([z.string(), z.array(Attendee)]),
  z.transform((stored): Attendee[] => (typeof stored === 'string' ? [{ name: stored }] : stored)),
);
