import { expect, test } from 'vitest';
import { Slug } from '../../../domain/unit.ts';
import { slugOf } from '../../../local/import/slug-of.ts';

const free = () => false;

test('a short Latin name is its own slug', () => {
  expect(slugOf("  Harbour-Master's Office & Café ", free)).toBe('harbour-masters-office-cafe');
});

test.each([
  'شهرداری منطقه ۶',
  'A very long name of an office that nobody would ever write on a door',
  'a'.repeat(39).concat(' ', 'b'),
  '—',
])('any other name gets a slug too, and always the same: %s', (name) => {
  const slug = slugOf(name, free);
  expect(Slug.safeParse(slug).success).toBe(true);
  expect(slugOf(name, free)).toBe(slug);
  expect(slugOf(`${name} 2`, free)).not.toBe(slug);
});

test('a name whose slug is taken gets another', () => {
  const slug = slugOf('Harbour', (id) => id === 'harbour');
  expect(slug).toMatch(/^harbour-[0-9a-f]{8}$/);
});
