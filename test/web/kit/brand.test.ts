import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eastmere } from '../../../cities/eastmere.ts';
import { tehran } from '../../../cities/tehran.ts';
import { brandColours, contrast, rgbOf } from '../../../web/kit/brand.ts';

const colour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
const between = (a = '', b = ''): number => contrast(rgbOf(a), rgbOf(b));

test('black on white is 21 to 1, and a colour on itself 1 to 1', () => {
  expect(between('#000000', '#ffffff')).toBeCloseTo(21);
  expect(between('#3a7bd5', '#3a7bd5')).toBe(1);
});

test('whatever a city’s colours are, texts in and on them can be read by light and by dark', () => {
  fc.assert(
    fc.property(colour, colour, (brand, onBrand) => {
      const worn = brandColours(brand, onBrand);
      expect(between(worn['--brand'], worn['--on-brand'])).toBeGreaterThanOrEqual(4.5);
      for (const paper of ['#ffffff', '#f4f6f8', '#eef1f4']) {
        expect(between(worn['--accent-light'], paper)).toBeGreaterThanOrEqual(4.5);
      }
      for (const paper of ['#1a222c', '#11171e', '#141b23']) {
        expect(between(worn['--accent-dark'], paper)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test.each([tehran, eastmere])('colours that can be read already are left as $city.id has chosen them', ({ city }) => {
  const { colour: chosen, onColour } = city.branding;
  expect(brandColours(chosen, onColour)).toMatchObject({
    ...{ '--brand': chosen, '--on-brand': onColour, '--accent-light': chosen },
  });
});
