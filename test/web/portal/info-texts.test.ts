import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Info = { parts: { title: string; says?: string[]; list?: string[] }[] };
const textsIn = (language: string): Record<string, Info> =>
  JSON.parse(readFileSync(new URL(`../../../web/portal/info/${language}.json`, import.meta.url), 'utf8'));

const shapeOf = (texts: Record<string, Info>) =>
  Object.entries(texts).map(([name, { parts }]) => [
    name,
    parts.map(({ says = [], list = [] }) => [says.length, list.length]),
    (JSON.stringify(parts).match(/\{\w+\}/g) ?? []).toSorted(),
  ]);

test('Help, privacy and accessibility say the same in both languages, and name the same facts of the city', () => {
  const [fa, en] = [shapeOf(textsIn('fa')), shapeOf(textsIn('en'))];
  expect(fa).toEqual(en);
  expect(fa.map(([name]) => name)).toEqual(['help', 'privacy', 'accessibility']);
});
