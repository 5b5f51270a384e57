import * as z from 'zod/mini';
import { UNDONE } from '../../domain/order.ts';
import { UploadedDocument } from '../citizen/documents.ts';
import { operation } from '../operation.ts';
import { DECISION } from './decision.ts';
import { Id, Paragraph } from './fields.ts';

/** By which way the citizen said it. */
const means = z.enum(['counter', 'phone', 'letter']);
const documents = z._default(z.array(UploadedDocument).check(z.maxLength(10)), []);
const order = z.int().check(z.gte(1), z.lte(999));

/** Anything a citizen may do, told to a member of staff. */
export const CitizenAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('add-information'),
    means,
    text: Paragraph,
    documents,
  }),
  z.strictObject({ act: z.literal('respond'), means, response: z.enum(['solved', 'still-want-to-meet']) }),
  z.strictObject({ act: z.literal('pick-slot'), means, slot: Id }),
  z.strictObject({ act: z.literal('pass-offer'), means }),
  z.strictObject({ act: z.literal('move'), means, slot: Id }),
  z.strictObject({ act: z.literal('cancel'), means, text: z.optional(Paragraph) }),
  z.strictObject({ act: z.literal('wait-for-holder'), means }),
  z.strictObject({ act: z.literal('withdraw'), means, text: z.optional(Paragraph) }),
  z.strictObject({ act: z.literal('confirm-order'), means, order }),
  z.strictObject({
    ...{ act: z.literal('dispute-order'), means, order, text: Paragraph },
    undone: z.optional(z.enum(UNDONE)),
  }),
  z.strictObject({ act: z.literal('answer-order'), means, order, text: Paragraph, documents }),
  z.strictObject({ act: z.literal('confirm-outcome'), means, settled: z.boolean(), text: z.optional(Paragraph) }),
  z.strictObject({
    ...{ act: z.literal('object'), means, text: Paragraph },
    orders: z.optional(z.array(order).check(z.minLength(1), z.maxLength(999))),
  }),
  z.strictObject({ act: z.literal('still-done'), means, done: z.boolean(), text: z.optional(Paragraph) }),
  z.strictObject({ act: z.literal('ask'), means, text: Paragraph, order: z.optional(order) }),
]);
export type CitizenAct = z.infer<typeof CitizenAct>;

export const recordCitizenAct = operation({
  ...DECISION,
  name: 'record-citizen-act',
  path: '/v1/{city}/staff/requests/{id}/citizen-acts',
  permission: 'act-for-citizen',
  summary: { en: 'Record what the citizen said or did', fa: 'ثبت خواست شهروند به جای او' },
  body: CitizenAct,
  refusals: [
    'already-recorded',
    'wrong-state',
    'slot-gone',
    'too-late',
    'objection-used',
    'document-missing',
    'changed-meanwhile',
  ],
});
