import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { DECISION } from './decision.ts';
import { Paragraph } from './fields.ts';

export const addNote = operation({
  ...DECISION,
  name: 'add-note',
  path: '/v1/{city}/staff/requests/{id}/notes',
  permission: 'read-case',
  summary: {
    en: 'Write down what colleagues should know; citizens never read it',
    fa: 'نوشتن یادداشت داخلی برای همکاران',
  },
  body: z.strictObject({ text: Paragraph }),
  refusals: ['changed-meanwhile'],
});
