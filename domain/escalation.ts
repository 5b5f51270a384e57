import type { Office } from './office.ts';
import { deskUnitOf, findUnit, holdersOf } from './office.ts';
import type { Owner } from './owner.ts';
import { staff } from './owner.ts';
import type { Instant } from './time.ts';
import { ancestors, headquarters } from './unit-tree.ts';

/** The desk at which a matter starts: who triages, who gives turns and records outcomes, who carries out orders. */
export type Desk = 'expert' | 'secretary' | 'owner';

/** Where a matter stands: the rung, counted from the desk (0), who holds it there, and the vacant rungs passed on the way. */
export type Place = { readonly rung: number; readonly owner: Owner; readonly passed: readonly Owner[] };

/**
 * The escalation ladder of a unit (domain rules, section 4): its desk, its manager, the manager of each unit above, the
 * coordinator, the inspector, and the manager of the city's headquarters.
 */
export const ladder = (office: Office, unit: string, desk: Desk): readonly Owner[] => {
  const deskUnit = deskUnitOf(office, unit);
  const top = headquarters(office.units).id;
  const managed = [deskUnit, ...ancestors(office.units, deskUnit).map((above) => above.id)];
  return [
    staff(desk, deskUnit),
    ...managed.filter((id) => id !== top && findUnit(office, id)).map((id) => staff('unit-manager', id)),
    staff('coordinator', top),
    staff('inspector', top),
    staff('unit-manager', top),
  ];
};

const isVacant = (office: Office, owner: Owner, at: Instant): boolean =>
  owner.kind === 'staff' && holdersOf(office, owner.role, owner.unit, at).length === 0;

/** The first held rung at or above `from`. The top rung is never passed, held or not: somebody must be named. */
export const standAt = (office: Office, unit: string, desk: Desk, from: number, at: Instant): Place => {
  const rungs = ladder(office, unit, desk);
  const top = rungs.length - 1;
  const passed: Owner[] = [];
  for (let rung = Math.min(from, top); ; rung += 1) {
    const owner = rungs[rung];
    if (owner === undefined) throw new Error(`The ladder of ${unit} has no rung ${rung}`);
    if (rung === top || !isVacant(office, owner, at)) return { rung, owner, passed };
    passed.push(owner);
  }
};

/** The rung from which the coordinator holds a matter, or the present one if it already stands higher. */
export const coordinatorRung = (office: Office, unit: string, desk: Desk, rung: number): number =>
  Math.max(
    rung + 1,
    ladder(office, unit, desk).findIndex((owner) => owner.kind === 'staff' && owner.role === 'coordinator'),
  );

export const isTopRung = (office: Office, unit: string, desk: Desk, rung: number): boolean =>
  rung >= ladder(office, unit, desk).length - 1;
