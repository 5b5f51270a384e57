import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import type { Outcome } from './outcome.ts';
import { agree } from './outcome.ts';
import type { Document } from './ports/documents.ts';
import type { Request } from './request.ts';
import { wrongState } from './triage.ts';

/** A document joins the case, at any stage before the closing. Its name may name a person, so the timeline has only its id. */
export const attachDocument = (
  request: Request,
  { id, kind }: Pick<Document, 'id' | 'kind'>,
  context: Context,
): Outcome<Change> =>
  request.status === 'closed'
    ? wrongState(request)
    : agree(
        conclude(request, request, context, {
          events: [event('document-added', context, { facts: { document: id, kind } })],
        }),
      );

/** Somebody of the staff writes down what colleagues should know. The citizen never reads it. */
export const note = (request: Request, text: string, context: Context): Change =>
  conclude(request, request, context, { events: [event('noted', context, { text, internal: true })] });

/** A new slip is printed: its personal link opens the case from now on, and the one before it opens nothing any more. */
export const printSlip = (request: Request, linkKey: string, context: Context): Change =>
  conclude(request, { ...request, linkKey }, context, { events: [event('slip-printed', context)] });
