import { Nothing } from '../nothing.ts';
import type { Operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { OfRequest } from './fields.ts';

/** What all decisions of the staff about one request have in common: they are answered with the request as it stands then. */
export const DECISION = {
  method: 'POST',
  caller: 'staff',
  params: OfRequest,
  query: Nothing,
  reply: RequestView,
  status: 200,
} as const satisfies Partial<Operation>;
