import * as z from 'zod/mini';
import { MODES } from '../domain/session.ts';
import { Instant } from '../domain/time.ts';
import { VenueKind } from '../domain/venue.ts';

/** A public-meeting day as anyone may see it. */
export const SessionView = z.object({
  id: z.string(),
  venue: z.object({
    name: z.string(),
    kind: z.optional(VenueKind),
    address: z.optional(z.string()),
    stepFree: z.optional(z.boolean()),
  }),
  mode: z.enum(MODES),
  startsAt: Instant,
  endsAt: Instant,
  says: z.string(),
});

export const SlotView = z.object({ id: z.string(), startsAt: Instant, endsAt: Instant, says: z.string() });
