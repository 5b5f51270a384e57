import * as z from 'zod/mini';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { OfOrder, Paragraph } from './fields.ts';
import { OrderCard } from './order.ts';

export const handOverOrder = operation({
  name: 'hand-over-order',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/orders/{number}/hand-over',
  caller: 'staff',
  summary: {
    en: 'Another unit must carry the order out; the old one keeps reading it',
    fa: 'سپردن دستور به واحد دیگر؛ واحد پیشین همچنان آن را می‌بیند',
  },
  params: OfOrder,
  query: Nothing,
  body: z.strictObject({ unit: Slug, reason: Paragraph }),
  reply: OrderCard,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const askAboutOrder = operation({
  name: 'ask-about-order',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/orders/{number}/question',
  caller: 'staff',
  summary: {
    en: 'Ask the citizen for what only they can tell or do; the order’s clock stands still until then',
    fa: 'خواستن چیزی از شهروند که تنها او می‌تواند؛ تا آن هنگام مهلت دستور متوقف است',
  },
  params: OfOrder,
  query: Nothing,
  body: z.strictObject({ text: Paragraph }),
  reply: OrderCard,
  status: 200,
  refusals: ['wrong-state', 'limit-reached', 'changed-meanwhile'],
});
