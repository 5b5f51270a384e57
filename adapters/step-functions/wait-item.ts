import * as z from 'zod/mini';
import { STEPS } from '../../domain/request.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { Instant } from '../../domain/time.ts';
import type { CityTable } from '../dynamo/city-table.ts';
import { waitKey } from '../dynamo/keys.ts';

/**
 * What is published about a request for its execution, and the token that the execution left. `expectedBy` is the dead
 * man's switch: by then somebody must have moved this; a closed request has none.
 */
export const WaitItem = z.object({
  run: z.int(),
  version: z.int(),
  step: z.enum(STEPS),
  until: Instant,
  runInput: z.string(),
  expectedBy: z.optional(Instant),
  sweeps: z.int(),
  /** While there are sweeps: nobody sweeps before this, whatever the token of a run that fails again sets the switch to. */
  sweepAgainAt: z.optional(Instant),
  taskToken: z.optional(z.string()),
  tokenVersion: z.optional(z.int()),
  tokenStep: z.optional(z.enum(STEPS)),
  expectedStep: z.optional(z.enum(STEPS)),
});

/** A wait item with the request it belongs to. */
export type Wait = z.infer<typeof WaitItem> & { readonly city: string; readonly id: string };

/** Token and ticket must come from one strong read: two reads could pair an old token with a new ticket. */
export const readWait = async (table: CityTable, city: string, id: string): Promise<Wait | undefined> => {
  const item = await table.get(waitKey(city, id), WaitItem, { strong: true });
  return item && { ...item, city, id };
};

export const ticketOfWait = ({ city, id, run, version, step, until }: Wait): Ticket => ({
  city,
  id,
  run: String(run),
  version: String(version),
  step,
  until,
});

/** Has the machine arrived where the request stands? */
export const isInStep = (wait: Wait): boolean => wait.taskToken !== undefined && wait.tokenVersion === wait.version;
