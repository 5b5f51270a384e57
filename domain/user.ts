import * as z from 'zod/mini';
import { Locale } from './local-text.ts';
import { LocalDate } from './time.ts';
import { Slug } from './unit.ts';

/** What somebody of the staff may be; what each may do stands in access.ts. */
export const ROLES = [
  'clerk',
  'expert',
  'secretary',
  'official',
  'delegate',
  'owner',
  'unit-manager',
  'coordinator',
  'inspector',
  'administrator',
  'auditor',
] as const;

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** A role in a unit; `official` names the post that a secretary, official or delegate serves. */
export const HeldRole = z.object({ role: Role, unit: Slug, official: z.optional(Slug) });
export type HeldRole = z.infer<typeof HeldRole>;

/** Somebody of the staff. Roles are read from here at each call, so that a dismissal works at once. */
export const User = z.object({
  username: z.string().check(z.regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/), z.maxLength(60)),
  displayName: z.string().check(z.minLength(1), z.maxLength(120)),
  email: z.optional(z.email()),
  roles: z.array(HeldRole),
  locale: Locale,
  endsOn: z.optional(LocalDate),
});
export type User = z.infer<typeof User>;
