import type * as z from 'zod/mini';
import type { RequestView } from '../../contract/request-view.ts';
import type { Request } from '../../domain/request.ts';
import { citizenDecisionsIn } from '../../domain/transitions.ts';
import { type Reader, viewRequest } from '../request-view.ts';

/** The request for its citizen: who must act is "you", and the decisions are the citizen's own. */
export const viewOwnRequest = (request: Request, { office, language, at }: Reader): z.input<typeof RequestView> => ({
  ...viewRequest(request, { office, language, at, isCitizen: true }),
  decisions: [...citizenDecisionsIn(request.status)],
});
