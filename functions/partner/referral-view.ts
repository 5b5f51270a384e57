import type * as z from 'zod/mini';
import type { ReferralView } from '../../contract/partner/referrals.ts';
import type { Request } from '../../domain/request.ts';
import { type Reader, viewRequest } from '../request-view.ts';

/** The case under the partner's own reference; what only its citizen may see is not in it. */
export const viewReferral = (request: Request, reference: string, reader: Reader): z.input<typeof ReferralView> => {
  const { id, code, keypadCode, status, unit, official, submittedAt, next, reason } = viewRequest(request, reader);
  return { reference, id, code, keypadCode, status, unit, official, submittedAt, next, reason };
};
