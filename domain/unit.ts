import * as z from 'zod/mini';
import { CalendarOverride } from './calendar.ts';
import { LocalText } from './local-text.ts';
import { PolicyOverrides } from './policies.ts';
import { LocalDate } from './time.ts';

/** A short name in keys and addresses: `d06`, `metro`, `town-planning`. */
export const Slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40));

export const UnitKind = z.enum(['district', 'organisation', 'company', 'headquarters', 'external']);
export type UnitKind = z.infer<typeof UnitKind>;

/** A body of the city, or one outside it. */
export const Unit = z.object({
  id: Slug,
  kind: UnitKind,
  name: LocalText,
  /** The unit above; only the headquarters has none. */
  parent: z.optional(Slug),
  /** For a body outside the city: the unit that holds its deadlines. */
  liaison: z.optional(Slug),
  /** Still on trial: its pages say so and ask for opinions. */
  pilot: z.optional(z.boolean()),
  calendar: z.optional(CalendarOverride),
  policies: z.optional(PolicyOverrides),
  from: z.optional(LocalDate),
  endsOn: z.optional(LocalDate),
});
export type Unit = z.infer<typeof Unit>;
