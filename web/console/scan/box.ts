/** A part of a page, in thousandths of its width and height, from its top left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Point = Pick<Box, 'x' | 'y'>;

const WHOLE = 1000;
/** Smaller than this a box can neither be seen nor be taken hold of. */
const LEAST = 10;

const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(Math.max(value, least), most));

/** The box nearest to the one given that lies on the page. */
export const onPage = ({ x, y, width, height }: Box): Box => {
  const [wide, high] = [within(width, LEAST, WHOLE), within(height, LEAST, WHOLE)];
  return { x: within(x, 0, WHOLE - wide), y: within(y, 0, WHOLE - high), width: wide, height: high };
};

/** The box between two corners, wherever they lie. */
export const between = (one: Point, other: Point): Box =>
  onPage({
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  });

/** Carried to another place; it stops at the edge. */
export const movedBy = (box: Box, x: number, y: number): Box => onPage({ ...box, x: box.x + x, y: box.y + y });

/** Made wider or higher, its top left corner held; it stops at the edge. */
export const grownBy = (box: Box, width: number, height: number): Box => ({
  ...box,
  width: within(box.width + width, LEAST, WHOLE - box.x),
  height: within(box.height + height, LEAST, WHOLE - box.y),
});

/** Was it drawn at all, or was the page only touched? */
export const isDrawn = ({ width, height }: Box): boolean => width > 2 * LEAST && height > LEAST;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const [STEP, FINE] = [10, 1];

/** What a key does to a box: arrows move it, with Shift they change its size, with Ctrl or Alt in fine steps. */
export const byKey = (
  box: Box,
  { key, shiftKey, ctrlKey, altKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey'>,
): Box | undefined => {
  const arrow = ARROWS[key];
  if (!arrow) return undefined;
  const step = ctrlKey || altKey ? FINE : STEP;
  const [x, y] = [arrow[0] * step, arrow[1] * step];
  return shiftKey ? grownBy(box, x, y) : movedBy(box, x, y);
};
