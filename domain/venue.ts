import * as z from 'zod/mini';
import { LocalText } from './local-text.ts';
import { LocalDate } from './time.ts';
import { Slug } from './unit.ts';

export const VenueKind = z.enum(['office', 'station', 'mosque', 'park', 'phone', 'video']);
export type VenueKind = z.infer<typeof VenueKind>;

/** Where a session is held. */
export const Venue = z.object({
  id: Slug,
  unit: Slug,
  kind: VenueKind,
  name: LocalText,
  /** How to find it; a phone or video venue has none. */
  address: z.optional(LocalText),
  stepFree: z.optional(z.boolean()),
  endsOn: z.optional(LocalDate),
});
export type Venue = z.infer<typeof Venue>;
