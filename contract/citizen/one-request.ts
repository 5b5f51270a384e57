import * as z from 'zod/mini';
import { RequestId } from '../request-view.ts';

/** The path of one request. */
export const OneRequest = z.object({ id: RequestId });

/** The path of one order of a request. */
export const OneOrder = z.object({
  id: RequestId,
  order: z.pipe(z.string().check(z.regex(/^[1-9]\d{0,2}$/)), z.transform(Number)),
});
