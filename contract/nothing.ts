import * as z from 'zod/mini';

/** For operations without path parameters or without a query. */
export const Nothing = z.object({});
