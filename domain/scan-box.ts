import * as z from 'zod/mini';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';

/** A rectangle of a page, in thousandths of the page's width and height; the first page is 1. */
export const PageBox = z.object({
  page: z.int(),
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
});
export type PageBox = z.infer<typeof PageBox>;

const WHOLE = 1000;

/** What is wrong with a box on a document of so many pages: the field, and why. */
export const boxFault = (
  { page, x, y, width, height }: PageBox,
  pages: number,
): { readonly path: string; readonly problem: string } | undefined => {
  if (page < 1 || page > pages) return { path: 'page', problem: 'no-such-page' };
  if (x < 0 || x >= WHOLE) return { path: 'x', problem: 'outside-the-page' };
  if (y < 0 || y >= WHOLE) return { path: 'y', problem: 'outside-the-page' };
  if (width < 1 || x + width > WHOLE) return { path: 'width', problem: 'outside-the-page' };
  if (height < 1 || y + height > WHOLE) return { path: 'height', problem: 'outside-the-page' };
  return undefined;
};

/** Whether all of the boxes lie on their pages; if not, every field that says otherwise. */
export const onThePages = <Box extends PageBox>(
  boxes: readonly Box[],
  pages: number,
  pathOf: (index: number) => string,
): Outcome<readonly Box[]> => {
  const faults = boxes.flatMap((box, index) => {
    const fault = boxFault(box, pages);
    return fault ? [{ ...fault, path: `${pathOf(index)}${fault.path}` }] : [];
  });
  return faults.length === 0 ? agree(boxes) : refuse('invalid', { fields: faults });
};

export const isSameBox = (a: PageBox, b: PageBox): boolean =>
  a.page === b.page && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
