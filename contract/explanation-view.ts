import * as z from 'zod/mini';

/** How a request came to its place: in words, and in what they are made of. Codes show their last symbols only. */
export const ExplanationView = z.object({
  says: z.string(),
  before: z.int(),
  passed: z.array(z.object({ code: z.string(), reason: z.string(), says: z.string() })),
  lots: z.array(z.object({ draw: z.int(), lot: z.int(), of: z.int(), places: z.int() })),
  /** There was more than is looked through: the numbers are the least that they can be. */
  isCut: z.boolean(),
});
