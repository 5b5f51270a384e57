import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../domain/request.ts';
import { EVENT_KINDS } from '../../domain/timeline.ts';
import { en as adminEn } from '../../web/console/admin/words/en.ts';
import { fa as adminFa } from '../../web/console/admin/words/fa.ts';
import { en as consoleEn } from '../../web/console/words/en.ts';
import { fa as consoleFa } from '../../web/console/words/fa.ts';
import { en as pagesEn } from '../../web/portal/pages-words/en.ts';
import { fa as pagesFa } from '../../web/portal/pages-words/fa.ts';
import { en as portalEn } from '../../web/portal/words/en.ts';
import { fa as portalFa } from '../../web/portal/words/fa.ts';

/** Every text of a dictionary by its path; a function says its text of placeholders. */
const textsOf = (words: unknown, path = ''): [string, string][] => {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, String(words('«۱»', '«۲»', '«۳»'))]];
  return Object.entries(words as object).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
};

describe.each([
  ['portal', { ...portalFa, ...pagesFa }, { ...portalEn, ...pagesEn }],
  ['console', consoleFa, consoleEn],
  ['administration', { kit: consoleFa.kit, ...adminFa }, { kit: consoleEn.kit, ...adminEn }],
])('The words of the %s', (_, fa, en) => {
  test('are the same texts in both languages', () => {
    const pathsOf = (words: unknown) => textsOf(words).map(([path]) => path);
    expect(pathsOf(en).toSorted()).toEqual(pathsOf(fa).toSorted());
  });

  test('are never empty, and each in its own script', () => {
    for (const [path, text] of textsOf(fa)) expect(text, path).toMatch(/[آ-ی]/);
    for (const [path, text] of textsOf(en)) expect(text, path).toMatch(/^[^آ-ی]*[a-z][^آ-ی]*$/i);
  });

  test('use the Persian letters and digits, not the Arabic or Latin ones', () => {
    for (const [path, text] of textsOf(fa)) expect(text.replace('7K3M-92QF-4', ''), path).not.toMatch(/[يىك٠-٩0-9?,;]/);
  });

  test('hand every value on that they are given', () => {
    for (const words of [fa, en]) {
      for (const [path, text] of textsOf(words)) expect(text, path).not.toContain('undefined');
    }
  });

  test('name every status and every event of the domain', () => {
    expect(Object.keys(fa.kit.statuses).toSorted()).toEqual(STATUSES.toSorted());
    expect(Object.keys(fa.kit.events).toSorted()).toEqual(EVENT_KINDS.toSorted());
  });
});
