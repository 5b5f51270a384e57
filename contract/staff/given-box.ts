import * as z from 'zod/mini';
import { DocumentId } from '../citizen/documents.ts';

/** In thousandths of the page; whether the box lies on its page is asked of the page. */
const Thousandths = z.int().check(z.gte(-100_000), z.lte(100_000));

export const PageBoxFields = {
  page: z.int().check(z.gte(1), z.lte(2000)),
  x: Thousandths,
  y: Thousandths,
  width: Thousandths,
  height: Thousandths,
};

/** The part of a scan that an order's card is cut from. */
export const GivenBox = z.strictObject({ document: DocumentId, ...PageBoxFields });
