import * as z from 'zod/mini';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { OfRequest, Paragraph } from './fields.ts';

export const convertRequest = operation({
  name: 'convert-request',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/conversion',
  caller: 'staff',
  permission: 'triage',
  summary: {
    en: 'A complaint becomes a wish to meet an official; both lead to each other, and the line’s reference is kept',
    fa: 'تبدیل شکایت به درخواست ملاقات؛ هر دو به هم پیوند دارند و شماره خط ارجاع‌دهنده می‌ماند',
  },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ official: Slug, topic: z.optional(Slug), reason: Paragraph }),
  reply: z.object({ complaint: RequestView, meeting: RequestView }),
  status: 201,
  refusals: ['already-recorded', 'wrong-state', 'idempotency-key-reused', 'changed-meanwhile'],
});
