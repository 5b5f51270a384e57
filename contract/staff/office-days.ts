import * as z from 'zod/mini';
import { LocalDate } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';

export const listOfficeDays = operation({
  name: 'list-office-days',
  method: 'GET',
  path: '/v1/{city}/staff/office-days',
  caller: 'staff',
  summary: {
    en: 'Today by the office’s clock, and the days ahead on which the city or a unit is open',
    fa: 'امروز به ساعت اداره، و روزهای کاری پیش رو در شهر یا واحد',
  },
  params: Nothing,
  query: z.object({ unit: z.optional(Slug) }),
  reply: z.object({ today: LocalDate, open: z.array(LocalDate) }),
  status: 200,
  refusals: [],
});
