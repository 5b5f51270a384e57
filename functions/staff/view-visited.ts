import type { ReplyInputOf } from '../../contract/operation.ts';
import type { recordStation } from '../../contract/staff/meeting-day.ts';
import type { Request } from '../../domain/request.ts';
import { type Reader, viewRequest } from '../request-view.ts';
import type { Stood } from '../take-station.ts';
import { viewVisit } from '../visit-view.ts';

/** A visit with the request that it belongs to, as the staff see both. */
export const viewVisited = (
  request: Request,
  { visit, visits }: Stood,
  { office, language, at }: Reader,
): ReplyInputOf<typeof recordStation> => ({
  visit: viewVisit(visit, visits, { office, language, at }),
  request: viewRequest(request, { office, language, at }),
});
