import { expect, test } from 'vitest';
import { readFields } from '../../../../web/console/admin/fields/read-fields.ts';
import type { Spec } from '../../../../web/console/admin/fields/spec.ts';

const SPECS: readonly Spec[] = [
  { path: 'name', label: 'Name', as: 'words' },
  { path: 'map.link', label: 'Map', as: 'line', optional: true },
  { path: 'capacity', label: 'Capacity', as: 'number', optional: true },
  { path: 'opens', label: 'Opens', as: 'time' },
  { path: 'from', label: 'From', as: 'day' },
  { path: 'pilot', label: 'Pilot', as: 'tick' },
  { path: 'stepFree', label: 'Step-free', as: 'yes-no', none: 'Unknown', optional: true },
  { path: 'days', label: 'Days', as: 'many', choices: [], numeric: true },
  {
    ...{ path: 'roles', label: 'Roles', as: 'rows', row: String, add: 'Add' },
    of: [{ path: 'role', label: 'Role', as: 'line' }],
  },
];

const dataOf = (entries: readonly (readonly [string, string])[]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

test('A form says what the API takes: digits of any script, days of either calendar, groups and rows by their paths', () => {
  const data = dataOf([
    ...([
      ['name.fa', 'میز'],
      ['name.en', ''],
      ['map.link', 'https://map.example'],
      ['capacity', '۳'],
    ] as const),
    ...([
      ['opens', '۹:۳۰'],
      ['from', '۱۴۰۵/۱۱/۱۲'],
      ['pilot', 'yes'],
      ['stepFree', 'no'],
    ] as const),
    ...([
      ['days', '4'],
      ['days', '5'],
      ['roles#', '2'],
      ['roles.0.role', 'clerk'],
      ['roles.1.role', 'owner'],
    ] as const),
  ]);
  expect(readFields(SPECS, data, ['fa', 'en'])).toEqual({
    ...{ name: { fa: 'میز' }, map: { link: 'https://map.example' }, capacity: 3, opens: '09:30', from: '2027-02-01' },
    ...{ pilot: true, stepFree: false, days: [4, 5], roles: [{ role: 'clerk' }, { role: 'owner' }] },
  });
});

test('What is left empty is left out, and what cannot be read is handed on for the API to name', () => {
  const data = dataOf([
    ['capacity', 'many'],
    ['from', '1405/13/40'],
    ['roles#', '0'],
  ]);
  expect(readFields(SPECS, data, ['fa', 'en'])).toEqual({
    ...{ capacity: 'many', from: '1405/13/40', pilot: false, days: [], roles: [] },
  });
});
