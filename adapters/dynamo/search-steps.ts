import type { Request } from '../../domain/request.ts';
import type { Unit } from '../../domain/unit.ts';
import { unitPath } from '../../domain/unit-tree.ts';
import { type Key, searchKeyOf } from './keys.ts';
import type { Step } from './step.ts';

/** A case is found by so many words; moving it or correcting its people must fit into one transaction of 100 writes. */
const MOST_SEARCH_KEYS = 40;

export const searchable = (searchKeys: readonly string[]): string[] =>
  [...new Set(searchKeys)].slice(0, MOST_SEARCH_KEYS);

export const searchRows = (
  { city, id, unit }: Pick<Request, 'city' | 'id' | 'unit'>,
  searchKeys: readonly string[],
  units: readonly Unit[],
): Key[] => searchKeys.map((hash) => searchKeyOf(city, hash, unitPath(units, unit), id));

/** From the rows that a case was found by to those by which it is found from now on. The request's version guards both. */
export const movedSearchRows = (before: readonly Key[], after: readonly Key[]): Step[] => {
  const isIn = (rows: readonly Key[], row: Key) => rows.some(({ pk, sk }) => pk === row.pk && sk === row.sk);
  return [
    ...before.filter((row) => !isIn(after, row)).map((row) => ({ remove: row })),
    ...after.filter((row) => !isIn(before, row)).map((row) => ({ put: row })),
  ];
};
