import * as z from 'zod/mini';
import { VenueKind } from '../../domain/venue.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';

export const listVenues = operation({
  name: 'list-venues',
  method: 'GET',
  path: '/v1/{city}/staff/venues',
  caller: 'staff',
  permission: 'read-sessions',
  summary: { en: 'Where sessions can be held', fa: 'محل‌های برگزاری جلسه' },
  params: Nothing,
  query: Nothing,
  reply: z.object({
    venues: z.array(z.object({ id: z.string(), unit: z.string(), kind: VenueKind, name: z.string() })),
  }),
  status: 200,
  refusals: [],
});
