import * as z from 'zod/mini';
import type { Request } from './request.ts';

/**
 * All that an execution carries: which request, which of its runs, and the next step as it was published. Five texts beside
 * the city; the machine compares them and never computes, and no person is in them.
 */
export const Ticket = z.object({
  city: z.string(),
  id: z.string(),
  run: z.string(),
  version: z.string(),
  step: z.string(),
  until: z.string(),
});
export type Ticket = z.infer<typeof Ticket>;

export const ticketOf = (
  request: Pick<Request, 'city' | 'id' | 'version' | 'step' | 'until'>,
  run: number,
): Ticket => ({
  city: request.city,
  id: request.id,
  run: String(run),
  version: String(request.version),
  step: request.step,
  until: request.until,
});

/** The text given to StartExecution. It is stored and never rebuilt: another text under the same name is refused. */
export const runInputOf = (ticket: Ticket): string => JSON.stringify(ticket);

export const executionName = (id: string, run: number | string): string => `${id}-${run}`;
