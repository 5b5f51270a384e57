import * as z from 'zod/mini';
import { RESULTS } from '../../domain/results.ts';
import { Slug } from '../../domain/unit.ts';
import { operation } from '../operation.ts';
import { DECISION } from './decision.ts';
import { Line, OfficeDay, Paragraph } from './fields.ts';
import { OutcomeFields } from './outcome.ts';
import { GivenContacts, GivenIdentity, ReceivedOn } from './registration.ts';

const party = z.int().check(z.gte(1), z.lte(99));
const reason = Paragraph;

/** One fact put right, with the reason. */
const GivenCorrection = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('topic'), reason, topic: Slug }),
  z.strictObject({ field: z.literal('urgent'), reason, urgent: z.boolean() }),
  z.strictObject({ field: z.literal('language'), reason, language: z.string().check(z.maxLength(12)) }),
  z.strictObject({ field: z.literal('received-on'), reason, receivedOn: ReceivedOn }),
  z.strictObject({ field: z.literal('status'), reason }),
  z.strictObject({ ...OutcomeFields, field: z.literal('outcome'), reason, result: z.enum(RESULTS) }),
  z.strictObject({
    ...{ field: z.literal('order'), reason, order: z.int().check(z.gte(1), z.lte(999)) },
    ...{ text: z.optional(Paragraph), unit: z.optional(Slug), dueOn: z.optional(OfficeDay) },
    proofWanted: z.optional(Line),
  }),
  z.strictObject({ field: z.literal('name'), reason, party, name: Line }),
  z.strictObject({ field: z.literal('identity'), reason, party, identity: GivenIdentity }),
  z.strictObject({ field: z.literal('contacts'), reason, party, contacts: GivenContacts }),
]);

export const correctRequest = operation({
  ...DECISION,
  name: 'correct-request',
  path: '/v1/{city}/staff/requests/{id}/corrections',
  permission: 'correct',
  summary: { en: 'Put a recorded fact right, with the reason', fa: 'اصلاح داده ثبت‌شده با ذکر دلیل' },
  body: GivenCorrection,
  refusals: ['already-recorded', 'wrong-state', 'too-late', 'changed-meanwhile'],
});
