import * as z from 'zod/mini';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { PageQuery, pageOf } from './fields.ts';

/** A pile of work: of a unit, or (the queue) of an official. */
const OfDesk = z.object({ pile: z.enum(['triage', 'queue', 'meetings', 'follow-up']), of: Slug });

export const listDesk = operation({
  name: 'list-desk',
  method: 'GET',
  path: '/v1/{city}/staff/desks/{pile}/{of}',
  caller: 'staff',
  permission: 'read-case',
  summary: { en: 'One page of a desk, oldest first', fa: 'یک صفحه از کارتابل، قدیمی‌ترین در آغاز' },
  params: OfDesk,
  query: PageQuery,
  reply: pageOf(RequestView),
  status: 200,
  refusals: [],
});

export const countDesk = operation({
  name: 'count-desk',
  method: 'GET',
  path: '/v1/{city}/staff/desks/{pile}/{of}/count',
  caller: 'staff',
  permission: 'read-case',
  summary: { en: 'How many requests lie on a desk', fa: 'شمار درخواست‌های یک کارتابل' },
  params: OfDesk,
  query: Nothing,
  reply: z.object({ count: z.int() }),
  status: 200,
  refusals: [],
});
