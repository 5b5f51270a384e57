import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import type { Request } from './request.ts';

/** A slip carries the secret of a personal link; printing another one ends the link of the one before. */
export const printSlip = (request: Request, linkKey: string, context: Context): Change =>
  conclude(request, { ...request, linkKey }, context, { events: [event('slip-printed', context)] });
