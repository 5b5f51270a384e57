import * as z from 'zod/mini';

/** Who must act next: the citizen, or the holders of a role in a unit. Nothing is ever held by nobody. */
export const Owner = z.union([
  z.object({ kind: z.literal('citizen') }),
  z.object({ kind: z.literal('staff'), role: z.string(), unit: z.string() }),
]);
export type Owner = z.infer<typeof Owner>;

export const CITIZEN: Owner = { kind: 'citizen' };
export const staff = (role: string, unit: string): Owner => ({ kind: 'staff', role, unit });

export const isSameOwner = (one: Owner, other: Owner): boolean =>
  one.kind === 'staff' && other.kind === 'staff' && one.role === other.role && one.unit === other.unit;
