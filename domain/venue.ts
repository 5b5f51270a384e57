import * as z from 'zod/mini';
import { LocalText } from './local-text.ts';
import { LocalDate } from './time.ts';
import { Slug } from './unit.ts';

export const VenueKind = z.enum(['office', 'station', 'mosque', 'park', 'phone', 'video']);
export type VenueKind = z.infer<typeof VenueKind>;

/** What makes a place usable for everybody, as far as it is known. */
export const VenueAccess = z.object({
  stepFree: z.optional(z.boolean()),
  inductionLoop: z.optional(z.boolean()),
  signLanguage: z.optional(z.enum(['always', 'on-request'])),
});

/** Where a place lies on the map, in degrees (WGS 84), or a page that shows it. */
export const VenueMap = z.object({
  latitude: z.optional(z.number().check(z.gte(-90), z.lte(90))),
  longitude: z.optional(z.number().check(z.gte(-180), z.lte(180))),
  link: z.optional(z.url({ protocol: /^https$/ })),
});

/** Where a session is held. */
export const Venue = z.object({
  id: Slug,
  unit: Slug,
  kind: VenueKind,
  name: LocalText,
  /** How to find it; a phone or video venue has none. */
  address: z.optional(LocalText),
  ...VenueAccess.shape,
  map: z.optional(VenueMap),
  /** How many meetings can go on there side by side; any number if absent. */
  capacity: z.optional(z.int().check(z.gte(1), z.lte(100))),
  endsOn: z.optional(LocalDate),
});
export type Venue = z.infer<typeof Venue>;
