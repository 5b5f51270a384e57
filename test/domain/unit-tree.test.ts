import { describe, expect, it } from 'vitest';
import type { UnitInTree } from '../../domain/unit-tree.ts';
import { ancestors, headquarters, isWithin, unitPath, unitTreeFaults } from '../../domain/unit-tree.ts';

const hq: UnitInTree = { id: 'hq', kind: 'headquarters' };
const district: UnitInTree = { id: 'd06', kind: 'district', parent: 'hq' };
const ward: UnitInTree = { id: 'ward', kind: 'district', parent: 'd06' };
const water: UnitInTree = { id: 'water', kind: 'external', parent: 'hq', liaison: 'd06' };
const units = [ward, water, hq, district];

describe('the tree of units', () => {
  it('knows who is above, nearest first', () => {
    expect(ancestors(units, 'ward')).toEqual([district, hq]);
    expect(ancestors(units, 'hq')).toEqual([]);
    expect(ancestors(units, 'nowhere')).toEqual([]);
    const circle = [{ ...district, parent: 'ward' }, ward];
    expect(ancestors(circle, 'ward').map(({ id }) => id)).toEqual(['d06']);
    const below: UnitInTree = { id: 'street', kind: 'district', parent: 'ward' };
    expect(ancestors([...circle, below], 'street').map(({ id }) => id)).toEqual(['ward', 'd06']);
    expect(headquarters(units)).toBe(hq);
  });

  it('says what lies within a scope', () => {
    expect(isWithin(units, 'ward', 'hq')).toBe(true);
    expect(isWithin(units, 'ward', 'ward')).toBe(true);
    expect(isWithin(units, 'd06', 'ward')).toBe(false);
    expect(isWithin(units, 'water', 'd06')).toBe(false);
    expect(isWithin(units, 'nowhere', 'nowhere')).toBe(false);
  });

  it('writes the way from the headquarters down', () => {
    expect(unitPath(units, 'ward')).toBe('hq/d06/ward');
    expect(unitPath(units, 'hq')).toBe('hq');
  });

  it('is sound', () => {
    expect(unitTreeFaults(units)).toEqual([]);
  });

  const faults: [string, UnitInTree[], string][] = [
    ['no headquarters', [{ ...district, parent: 'ward' }, ward], 'there must be one headquarters, not 0'],
    ['two headquarters', [...units, { ...hq, id: 'hq2' }], 'there must be one headquarters, not 2'],
    [
      'a headquarters with a parent',
      [{ ...hq, parent: 'd06' }, district],
      'hq is the headquarters and must have no parent',
    ],
    ['a unit without parent', [hq, { id: 'd06', kind: 'district' }], 'd06 has no parent'],
    ['a parent that is not there', [hq, ward], 'the parent of ward, d06, does not exist'],
    ['a circle', [hq, { ...district, parent: 'ward' }, ward], 'ward does not hang below the headquarters'],
    ['a unit that is its own parent', [hq, { ...district, parent: 'd06' }], 'd06 does not hang below the headquarters'],
    [
      'an outside body without liaison',
      [hq, { id: 'water', kind: 'external', parent: 'hq' }],
      'water is outside the city and needs a liaison',
    ],
    ['a liaison that is not there', [hq, water], 'the liaison of water, d06, does not exist'],
    [
      'a liaison outside the city',
      [hq, { ...water, liaison: 'water' }],
      'the liaison of water must be a unit of the city',
    ],
    [
      'a liaison of an own unit',
      [hq, { ...district, liaison: 'hq' }],
      'd06 belongs to the city and must have no liaison',
    ],
  ];

  it.each(faults)('is refused with %s', (_, broken, sentence) => {
    expect(unitTreeFaults(broken)).toContain(sentence);
  });

  it('without headquarters is an error to whoever asks for it', () => {
    expect(() => headquarters([district])).toThrow('no headquarters');
  });
});
