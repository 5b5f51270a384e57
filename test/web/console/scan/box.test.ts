import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxFault } from '../../../../domain/scan-box.ts';
import { type Box, between, byKey, grownBy, isDrawn, movedBy, onPage } from '../../../../web/console/scan/box.ts';

const anywhere = fc.integer({ min: -3000, max: 3000 });
const anyBox: fc.Arbitrary<Box> = fc.record({ x: anywhere, y: anywhere, width: anywhere, height: anywhere });
const BOX: Box = { x: 100, y: 200, width: 300, height: 50 };
const NO_KEYS = { shiftKey: false, ctrlKey: false, altKey: false };

test('whatever is drawn, moved or typed lies on the page, as the office will ask', () => {
  fc.assert(
    fc.property(anyBox, anyBox, (box, by) => {
      const made = [
        onPage(box),
        between(box, by),
        movedBy(onPage(box), by.x, by.y),
        grownBy(onPage(box), by.width, by.height),
      ];
      for (const one of made) expect(boxFault({ ...one, page: 1 }, 1)).toBeUndefined();
    }),
  );
});

test('a box is the same, from whichever corner it is drawn', () => {
  const box = { x: 100, y: 50, width: 300, height: 250 };
  expect(between({ x: 100, y: 50 }, { x: 400, y: 300 })).toEqual(box);
  expect(between({ x: 400, y: 50 }, { x: 100, y: 300 })).toEqual(box);
});

test('arrows move a box, with Shift they size it, with Ctrl or Alt finely; other keys do nothing', () => {
  expect(byKey(BOX, { ...NO_KEYS, key: 'ArrowRight' })).toEqual({ ...BOX, x: 110 });
  expect(byKey(BOX, { ...NO_KEYS, key: 'ArrowUp', ctrlKey: true })).toEqual({ ...BOX, y: 199 });
  expect(byKey(BOX, { ...NO_KEYS, key: 'ArrowDown', shiftKey: true })).toEqual({ ...BOX, height: 60 });
  expect(byKey(BOX, { ...NO_KEYS, key: 'ArrowLeft', shiftKey: true, altKey: true })).toEqual({ ...BOX, width: 299 });
  expect(byKey(BOX, { ...NO_KEYS, key: 'Tab' })).toBeUndefined();
});

test('a box that is moved against an edge stops there and keeps its size', () => {
  expect(movedBy(BOX, 5000, -5000)).toEqual({ ...BOX, x: 700, y: 0 });
});

test('a mere touch of the page draws nothing', () => {
  expect(isDrawn(between({ x: 500, y: 500 }, { x: 503, y: 502 }))).toBe(false);
  expect(isDrawn(between({ x: 500, y: 500 }, { x: 600, y: 560 }))).toBe(true);
});
