import * as z from 'zod/mini';
import { MODES } from '../domain/mode.ts';
import { Instant } from '../domain/time.ts';
import { VenueAccess, VenueKind, VenueMap } from '../domain/venue.ts';

/** A public-meeting day as anyone may see it. */
export const SessionView = z.object({
  id: z.string(),
  venue: z.object({
    name: z.string(),
    kind: z.optional(VenueKind),
    address: z.optional(z.string()),
    ...VenueAccess.shape,
    map: z.optional(VenueMap),
  }),
  mode: z.enum(MODES),
  startsAt: Instant,
  endsAt: Instant,
  says: z.string(),
  /** Who receives people while the official is away. Whoever would rather wait for the official says `wait-for-holder`. */
  standIn: z.optional(z.string()),
});

export const SlotView = z.object({ id: z.string(), startsAt: Instant, endsAt: Instant, says: z.string() });
