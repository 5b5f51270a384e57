import * as z from 'zod/mini';
import { MADE_BY_HAND } from '../../domain/request.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestId, RequestView } from '../request-view.ts';
import { DECISION } from './decision.ts';
import { OfRequest, Paragraph } from './fields.ts';

export const linkRequests = operation({
  ...DECISION,
  name: 'link-requests',
  path: '/v1/{city}/staff/requests/{id}/links',
  permission: 'correct',
  summary: {
    en: 'Two requests are about the same matter, or one continues the other',
    fa: 'پیوند دو درخواست: هر دو درباره یک موضوع‌اند یا یکی دنباله دیگری است',
  },
  body: z.strictObject({ kind: z.enum(MADE_BY_HAND), to: RequestId, reason: Paragraph }),
  refusals: ['already-recorded', 'limit-reached', 'changed-meanwhile'],
});

export const unlinkRequests = operation({
  name: 'unlink-requests',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/links/{other}/end',
  caller: 'staff',
  permission: 'correct',
  summary: { en: 'Take back a link that was made by hand', fa: 'برداشتن پیوند دو درخواست' },
  params: z.object({ ...OfRequest.shape, other: RequestId }),
  query: Nothing,
  body: z.strictObject({ reason: Paragraph }),
  reply: RequestView,
  status: 200,
  refusals: ['changed-meanwhile'],
});

export const mergeRequests = operation({
  ...DECISION,
  name: 'merge-requests',
  path: '/v1/{city}/staff/requests/{id}/duplicates',
  permission: 'correct',
  summary: {
    en: 'Another request of the same applicant is a duplicate of this one: it closes, and this one keeps the earlier place',
    fa: 'درخواست دیگر همین متقاضی تکراری است: مختومه می‌شود و این درخواست جای زودتر را نگه می‌دارد',
  },
  body: z.strictObject({ duplicate: RequestId, reason: Paragraph }),
  refusals: ['wrong-state', 'too-late', 'changed-meanwhile'],
});
