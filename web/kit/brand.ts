type Rgb = readonly [number, number, number];

/** What a text needs to be read on its ground (WCAG 2.2, 1.4.3). */
const ENOUGH = 4.5;
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
/** The least favourable grounds of `tokens.css`. */
const LIGHT_GROUND: Rgb = [0xee, 0xf1, 0xf4];
const DARK_GROUND: Rgb = [0x1a, 0x22, 0x2c];

/** Dresses the pages in the city's colour; wherever that could not be read, in the nearest shade that can. */
export const wearBrand = ({ colour, onColour }: { colour: string; onColour: string }): void => {
  for (const [name, value] of Object.entries(brandColours(colour, onColour))) {
    document.documentElement.style.setProperty(name, value);
  }
};

/** The custom properties that come of the city's colour and of the colour of text on it, both as `#rrggbb`. */
export const brandColours = (colour: string, onColour: string): Readonly<Record<string, string>> => {
  const brand = rgbOf(colour);
  const text = rgbOf(onColour);
  const better = contrast(brand, WHITE) > contrast(brand, BLACK) ? WHITE : BLACK;
  return {
    '--brand': colour,
    '--on-brand': contrast(brand, text) >= ENOUGH ? onColour : hexOf(better),
    '--accent-light': hexOf(readable(brand, LIGHT_GROUND, BLACK)),
    '--accent-dark': hexOf(readable(brand, DARK_GROUND, WHITE)),
  };
};

/** The colour, mixed with no more of the other than it takes. */
const readable = (colour: Rgb, ground: Rgb, other: Rgb): Rgb => {
  let mixed = colour;
  for (let share = 0.05; contrast(mixed, ground) < ENOUGH && share <= 1; share += 0.05)
    mixed = mix(colour, other, share);
  return mixed;
};

const mix = ([r, g, b]: Rgb, [r2, g2, b2]: Rgb, share: number): Rgb => {
  const between = (from: number, to: number) => Math.round(from + (to - from) * share);
  return [between(r, r2), between(g, g2), between(b, b2)];
};

export const contrast = (a: Rgb, b: Rgb): number => {
  const [bright, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
};

const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const linear = (part: number): number =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;

export const rgbOf = (hex: string): Rgb => {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
};
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
