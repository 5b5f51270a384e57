import { describe, expect, test } from 'vitest';
import { boxFault, isSameBox, onThePages } from '../../domain/scan-box.ts';

const BOX = { page: 1, x: 100, y: 200, width: 300, height: 400 };

describe('A box on a page', () => {
  test.each([
    ['the whole page', { x: 0, y: 0, width: 1000, height: 1000 }],
    ['the last corner of a page', { x: 999, y: 999, width: 1, height: 1 }],
    ['the last page', { page: 2 }],
  ])('may be %s', (_, more) => {
    expect(boxFault({ ...BOX, ...more }, 2)).toBeUndefined();
  });

  test.each([
    ['page', { page: 0 }, 'no-such-page'],
    ['page', { page: 3 }, 'no-such-page'],
    ['x', { x: -1 }, 'outside-the-page'],
    ['x', { x: 1000, width: 0 }, 'outside-the-page'],
    ['y', { y: -1 }, 'outside-the-page'],
    ['y', { y: 1000, height: 0 }, 'outside-the-page'],
    ['width', { width: 0 }, 'outside-the-page'],
    ['width', { x: 700, width: 301 }, 'outside-the-page'],
    ['height', { height: 0 }, 'outside-the-page'],
    ['height', { y: 600, height: 401 }, 'outside-the-page'],
  ])('is refused for its %s in %o', (path, more, problem) => {
    expect(boxFault({ ...BOX, ...more }, 2)).toStrictEqual({ path, problem });
  });

  test('may end exactly at the edge', () => {
    expect(boxFault({ ...BOX, x: 700 }, 1)).toBeUndefined();
    expect(boxFault({ ...BOX, y: 600 }, 1)).toBeUndefined();
  });

  test.each(['page', 'x', 'y', 'width', 'height'] as const)('is another one with another %s', (side) => {
    expect(isSameBox(BOX, { ...BOX })).toBe(true);
    expect(isSameBox(BOX, { ...BOX, [side]: BOX[side] + 1 })).toBe(false);
  });
});

describe('Boxes', () => {
  const pathOf = (index: number) => `boxes.${index}.`;

  test('that all lie on their pages are given back', () => {
    expect(onThePages([BOX, BOX], 1, pathOf)).toStrictEqual({ agreed: true, value: [BOX, BOX] });
    expect(onThePages([], 0, pathOf)).toStrictEqual({ agreed: true, value: [] });
  });

  test('are refused with every field that lies outside', () => {
    const outside = { path: 'boxes.1.x', problem: 'outside-the-page' };
    const noPage = { path: 'boxes.2.page', problem: 'no-such-page' };
    expect(onThePages([BOX, { ...BOX, x: -1 }], 1, pathOf)).toStrictEqual({
      ...{ agreed: false, reason: 'invalid', details: { fields: [outside] } },
    });
    expect(onThePages([BOX, { ...BOX, x: -1 }, { ...BOX, page: 9 }], 1, pathOf)).toStrictEqual({
      ...{ agreed: false, reason: 'invalid', details: { fields: [outside, noPage] } },
    });
  });
});
