import * as z from 'zod/mini';
import { Locale } from '../../domain/local-text.ts';
import { Instant } from '../../domain/time.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { Typed } from '../wording.ts';

/** A contact that a one-time code can be sent to. */
export const ProvableContact = z.strictObject({ kind: z.enum(['mobile', 'email']), value: Typed });

/** Whoever carries this token is the citizen until it ends. */
const SessionToken = z.object({ token: z.string(), expiresAt: Instant });

export const proveContact = operation({
  name: 'prove-contact',
  method: 'POST',
  path: '/v1/{city}/contact-proofs',
  caller: 'anyone',
  summary: {
    en: 'Send a one-time code to a mobile or an e-mail address; the answer never tells whether it is known here',
    fa: 'فرستادن کد یک‌بارمصرف به تلفن همراه یا رایانامه؛ پاسخ هرگز نمی‌گوید که نشانی شناخته است یا نه',
  },
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ contact: ProvableContact, language: z.optional(Locale) }),
  reply: z.object({ proofId: z.string(), expiresAt: Instant, sentTo: z.string() }),
  status: 202,
  refusals: ['too-many-attempts'],
});

export const confirmContact = operation({
  name: 'confirm-contact',
  method: 'POST',
  path: '/v1/{city}/citizen-sessions',
  caller: 'anyone',
  summary: {
    en: 'Give the code back and receive a session; digits of any script are read',
    fa: 'بازگرداندن کد و گرفتن نشست؛ رقم‌های فارسی و عربی هم خوانده می‌شوند',
  },
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ proofId: Typed, code: Typed }),
  reply: SessionToken,
  status: 201,
  refusals: ['code-wrong', 'code-expired'],
});

export const openPersonalLink = operation({
  name: 'open-personal-link',
  method: 'POST',
  path: '/v1/{city}/link-sessions',
  caller: 'anyone',
  summary: {
    en: 'Open the one request that a personal link belongs to; a tracking code beside it must be that request’s',
    fa: 'گشودن همان درخواستی که پیوند شخصی به آن تعلق دارد؛ کد رهگیری همراه باید از همان درخواست باشد',
  },
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ secret: Typed, code: z.optional(Typed) }),
  reply: z.extend(SessionToken, { request: z.string() }),
  status: 201,
  refusals: [],
});
