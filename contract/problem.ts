import * as z from 'zod/mini';

/** What went wrong, by RFC 9457: `type` is the refusal's own word, `title` and `detail` are in the caller's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  /** The stage in which the request stands, where that is why. */
  state: z.optional(z.string()),
  /** Each field that was wrong: its path, a word for what is wrong, and a sentence. */
  fields: z.optional(z.array(z.object({ path: z.string(), problem: z.string(), message: z.string() }))),
  facts: z.optional(z.record(z.string(), z.unknown())),
});
export type Problem = z.infer<typeof Problem>;
