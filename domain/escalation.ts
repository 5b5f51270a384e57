import type { Office } from './office.ts';
import { deskUnitOf, findUnit, holdersOf, policiesOf } from './office.ts';
import type { Owner } from './owner.ts';
import { isSameOwner, staff } from './owner.ts';
import type { Policies } from './policies.ts';
import type { Instant } from './time.ts';
import { ancestors, headquarters } from './unit-tree.ts';

/** The desk at which a matter starts: who triages, who gives turns and records outcomes, who carries out orders. */
export type Desk = 'expert' | 'secretary' | 'owner';

/** Where a matter stands: the rung, counted from the desk (0), who holds it there, and the vacant rungs passed on the way. */
export type Place = { readonly rung: number; readonly owner: Owner; readonly passed: readonly Owner[] };

type Rung = { readonly owner: Owner; readonly workingDays: number };

/** The rungs above the desk, as the unit's policy names them (domain rules, section 4). Nobody stands on two of them. */
const rungsAbove = (office: Office, unit: string): readonly Rung[] => {
  const deskUnit = deskUnitOf(office, unit);
  const { ladder: steps, rungWorkingDays } = policiesOf(office, unit);
  const above = steps.flatMap(({ rung, workingDays = rungWorkingDays }) =>
    holdersOfRung(office, deskUnit, rung).map((owner) => ({ owner, workingDays })),
  );
  const isLast = ({ owner }: Rung, index: number) =>
    !above.slice(index + 1).some((later) => isSameOwner(later.owner, owner));
  return above.filter(isLast);
};

const holdersOfRung = (office: Office, unit: string, rung: Policies['ladder'][number]['rung']): Owner[] => {
  const top = headquarters(office.units).id;
  switch (rung) {
    case 'unit-manager':
      return findUnit(office, unit) ? [staff('unit-manager', unit)] : [];
    case 'managers-above':
      return ancestors(office.units, unit).map(({ id }) => staff('unit-manager', id));
    case 'headquarters-manager':
      return [staff('unit-manager', top)];
    case 'coordinator':
    case 'inspector':
      return [staff(rung, top)];
  }
};

/** Who holds a matter of a unit, one after the other: its desk first, the last for good. */
export const ladder = (office: Office, unit: string, desk: Desk): readonly Owner[] => [
  staff(desk, deskUnitOf(office, unit)),
  ...rungsAbove(office, unit).map(({ owner }) => owner),
];

/** How many working days a matter stays on a rung before it climbs. */
export const rungDays = (office: Office, unit: string, rung: number): number =>
  rungsAbove(office, unit).slice(0, rung).at(-1)?.workingDays ?? policiesOf(office, unit).rungWorkingDays;

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
export const coordinatorRung = (office: Office, unit: string, rung: number): number =>
  Math.max(
    rung,
    rungsAbove(office, unit).findIndex(({ owner }) => owner.kind === 'staff' && owner.role === 'coordinator'),
  ) + 1;

export const isTopRung = (office: Office, unit: string, rung: number): boolean =>
  rung >= rungsAbove(office, unit).length;
