import * as z from 'zod/mini';
import { PERMISSIONS } from '../../domain/access.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';

const HeldRoleView = z.object({
  role: z.string(),
  unit: z.string(),
  official: z.optional(z.string()),
  says: z.string(),
});

export const whoAmI = operation({
  name: 'who-am-i',
  method: 'GET',
  path: '/v1/{city}/staff/me',
  caller: 'staff',
  summary: { en: 'Who is signed in, and what they may do', fa: 'کاربر جاری و دسترسی‌های او' },
  params: Nothing,
  query: Nothing,
  reply: z.object({
    username: z.string(),
    displayName: z.string(),
    locale: z.string(),
    city: z.string(),
    roles: z.array(HeldRoleView),
    permissions: z.array(z.enum(PERMISSIONS)),
  }),
  status: 200,
  refusals: [],
});
