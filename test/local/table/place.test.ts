import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttributeValue } from '../../../local/table/attribute-value.ts';
import { add, numberSize, orderedNumber, subtract } from '../../../local/table/decimal.ts';
import { after, placeOf, rangeOf, rangeOfPrefix } from '../../../local/table/place.ts';

const key = { hash: { name: 'h', type: 'S' }, sort: { name: 's', type: 'S' } } as const;
const sign = (value: number) => Math.sign(value);
const decimals = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([whole, places]) => ({ value: whole / 10 ** places, text: canonical((whole / 10 ** places).toFixed(places)) }));
const canonical = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text).replace(/^-0$/, '0');
const binary = fc.uint8Array({ minLength: 1, maxLength: 5 });
const B = (bytes: Uint8Array): AttributeValue => ({ B: Buffer.from(bytes).toString('base64') });

test('numbers as bytes sort as numbers', () => {
  fc.assert(
    fc.property(decimals, decimals, (left, right) => {
      const order = Buffer.compare(orderedNumber(left.text), orderedNumber(right.text));
      expect(sign(order)).toBe(sign(left.value - right.value));
    }),
  );
});

test.each([
  ['0.1', '0.2', '0.3', '-0.1'],
  ['10', '-10', '0', '20'],
  ['-0.5', '-0.5', '-1', '0'],
  ['1000', '0.001', '1000.001', '999.999'],
])('%s and %s make %s, and their difference is %s', (left, right, sum, difference) => {
  expect(add(left, right)).toBe(sum);
  expect(subtract(left, right)).toBe(difference);
});

test.each([
  ['0', 1],
  ['7', 2],
  ['12', 2],
  ['123', 3],
  ['-12', 3],
  ['1200', 2],
  ['0.001', 2],
  ['0.00101', 3],
  ['10.01', 3],
  [`1${'0'.repeat(125)}`, 2],
])('the number %s takes %i bytes', (text, bytes) => {
  expect(numberSize(text)).toBe(bytes);
});

test('places sort by hash key, then by sort key, byte by byte', () => {
  const byBytes = { hash: { name: 'h', type: 'B' }, sort: { name: 's', type: 'B' } } as const;
  fc.assert(
    fc.property(binary, binary, binary, binary, (hashA, sortA, hashB, sortB) => {
      const a = placeOf({ h: B(hashA), s: B(sortA) }, byBytes);
      const b = placeOf({ h: B(hashB), s: B(sortB) }, byBytes);
      const expected = Buffer.compare(hashA, hashB) || Buffer.compare(sortA, sortB);
      expect(sign(Buffer.compare(a, b))).toBe(sign(expected));
    }),
  );
});

test('a prefix range holds exactly the places whose sort key begins with it', () => {
  const zeros = fc.uint8Array({ minLength: 1, maxLength: 4, max: 2 });
  fc.assert(
    fc.property(zeros, zeros, zeros, zeros, (hash, otherHash, sort, prefix) => {
      const { from, to } = rangeOfPrefix(B(hash), B(prefix));
      const inside = (h: Uint8Array) => {
        const place = Buffer.concat([rangeOf(B(h), B(sort)).from]);
        return Buffer.compare(place, from) >= 0 && Buffer.compare(place, to) < 0;
      };
      expect(inside(hash)).toBe(Buffer.from(sort).subarray(0, prefix.length).equals(Buffer.from(prefix)));
      if (!Buffer.from(hash).equals(Buffer.from(otherHash))) expect(inside(otherHash)).toBe(false);
    }),
  );
});

test('nothing that begins with a prefix comes after what comes after it', () => {
  expect(after(Buffer.from([1, 0xff, 0xff]))).toEqual(Buffer.from([2]));
  expect(() => after(Buffer.from([0xff]))).toThrow('Nothing sorts behind');
});

test('texts keep the order of their UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
      const place = (s: string) => placeOf({ h: { S: 'h' }, s: { S: s } }, key);
      expect(sign(Buffer.compare(place(left), place(right)))).toBe(
        sign(Buffer.compare(Buffer.from(left), Buffer.from(right))),
      );
    }),
  );
});
