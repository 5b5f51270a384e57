import type { Unit } from './unit.ts';

/** What the tree needs of a unit. */
export type UnitInTree = Pick<Unit, 'id' | 'kind' | 'parent' | 'liaison'>;

/** The units above `id`, nearest first. Empty for the headquarters and for a unit that is not there. */
export function ancestors<Node extends UnitInTree>(units: readonly Node[], id: string): Node[] {
  const above: Node[] = [];
  let unit = find(units, find(units, id)?.parent);
  while (unit && unit.id !== id && !above.includes(unit)) {
    above.push(unit);
    unit = find(units, unit.parent);
  }
  return above;
}

/** Whether `id` is `scope` or lies below it. A unit that is not there is within nothing. */
export function isWithin(units: readonly UnitInTree[], id: string, scope: string): boolean {
  return find(units, id) !== undefined && [id, ...ancestors(units, id).map((unit) => unit.id)].includes(scope);
}

/** From the headquarters down: `hq/d06`. So a prefix of the path is a part of the tree. */
export function unitPath(units: readonly UnitInTree[], id: string): string {
  return [id, ...ancestors(units, id).map((unit) => unit.id)].toReversed().join('/');
}

/** @throws Error if the city has none, which `unitTreeFaults` finds first. */
export function headquarters<Node extends UnitInTree>(units: readonly Node[]): Node {
  const top = units.find((unit) => unit.kind === 'headquarters');
  if (!top) throw new Error('the city has no headquarters');
  return top;
}

/** What is wrong with the tree, a sentence each; none for a sound one. */
export function unitTreeFaults(units: readonly UnitInTree[]): string[] {
  const tops = units.filter((unit) => unit.kind === 'headquarters');
  return [
    ...(tops.length === 1 ? [] : [`there must be one headquarters, not ${tops.length}`]),
    ...units.flatMap((unit) => [...parentFaults(units, unit), ...liaisonFaults(units, unit)]),
  ];
}

function parentFaults(units: readonly UnitInTree[], unit: UnitInTree): string[] {
  if (unit.kind === 'headquarters') {
    return unit.parent === undefined ? [] : [`${unit.id} is the headquarters and must have no parent`];
  }
  if (unit.parent === undefined) return [`${unit.id} has no parent`];
  if (!find(units, unit.parent)) return [`the parent of ${unit.id}, ${unit.parent}, does not exist`];
  const reachesTop = ancestors(units, unit.id).at(-1)?.kind === 'headquarters';
  return reachesTop ? [] : [`${unit.id} does not hang below the headquarters`];
}

function liaisonFaults(units: readonly UnitInTree[], unit: UnitInTree): string[] {
  if (unit.kind !== 'external') {
    return unit.liaison === undefined ? [] : [`${unit.id} belongs to the city and must have no liaison`];
  }
  if (unit.liaison === undefined) return [`${unit.id} is outside the city and needs a liaison`];
  const liaison = find(units, unit.liaison);
  if (!liaison) return [`the liaison of ${unit.id}, ${unit.liaison}, does not exist`];
  return liaison.kind === 'external' ? [`the liaison of ${unit.id} must be a unit of the city`] : [];
}

function find<Node extends UnitInTree>(units: readonly Node[], id: string | undefined): Node | undefined {
  return units.find((unit) => unit.id === id);
}
