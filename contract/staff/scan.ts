import * as z from 'zod/mini';
import { BLACKOUT_REASONS } from '../../domain/scan.ts';
import { DocumentId, UploadedDocument } from '../citizen/documents.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestId, RequestView } from '../request-view.ts';
import { StaffScanView } from '../scan-view.ts';
import { wording } from '../wording.ts';
import { OfOrder, OfRequest } from './fields.ts';
import { GivenBox, PageBoxFields } from './given-box.ts';

const OfScan = z.object({ document: DocumentId });
const OfScanInCase = z.object({ id: RequestId, document: DocumentId });

const MOST_BLACKOUTS = 200;
const LONGEST_TRANSCRIPT = 20_000;

export const keepScan = operation({
  name: 'keep-scan',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/scans',
  caller: 'staff',
  permission: 'record-outcome',
  summary: {
    en: 'Name an uploaded scan to the case before the outcome is recorded; its pages are made at once',
    fa: 'معرفی تصویر بارگذاری‌شده به پرونده، پیش از ثبت نتیجه؛ صفحه‌های آن بی‌درنگ آماده می‌شود',
  },
  params: OfRequest,
  query: Nothing,
  body: UploadedDocument,
  reply: StaffScanView,
  status: 201,
  refusals: ['document-missing', 'changed-meanwhile'],
});

export const showScan = operation({
  name: 'show-scan',
  method: 'GET',
  path: '/v1/{city}/staff/scans/{document}',
  caller: 'staff',
  summary: {
    en: 'How an uploaded file stands: arriving, being looked at, ready with its pages, or refused with the reason',
    fa: 'وضعیت فایل بارگذاری‌شده: در راه، در حال بررسی، آماده با صفحه‌ها، یا ردشده با دلیل',
  },
  params: OfScan,
  query: Nothing,
  reply: StaffScanView,
  status: 200,
  refusals: [],
});

export const redactScan = operation({
  name: 'redact-scan',
  method: 'PUT',
  path: '/v1/{city}/staff/scans/{document}/blackouts',
  caller: 'staff',
  permission: 'record-outcome',
  summary: {
    en: 'Black out exactly these parts, each for a reason that the citizen sees; parts left out are uncovered again',
    fa: 'پوشاندن دقیقاً همین بخش‌ها، هرکدام با دلیلی که شهروند می‌بیند؛ بخش‌های نیامده دوباره نمایان می‌شود',
  },
  params: OfScan,
  query: Nothing,
  body: z.strictObject({
    edition: z.int().check(z.gte(1)),
    blackouts: z
      .array(z.strictObject({ ...PageBoxFields, reason: z.enum(BLACKOUT_REASONS) }))
      .check(z.maxLength(MOST_BLACKOUTS)),
  }),
  reply: StaffScanView,
  status: 200,
  refusals: ['wrong-state', 'limit-reached', 'changed-meanwhile'],
});

export const transcribeScan = operation({
  name: 'transcribe-scan',
  method: 'PUT',
  path: '/v1/{city}/staff/scans/{document}/transcript',
  caller: 'staff',
  permission: 'record-outcome',
  summary: {
    en: 'Write down what the scan says, for those who cannot see it',
    fa: 'نوشتن متن تصویر برای کسانی که آن را نمی‌بینند',
  },
  params: OfScan,
  query: Nothing,
  body: z.strictObject({ text: wording(1, LONGEST_TRANSCRIPT) }),
  reply: StaffScanView,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const replaceScan = operation({
  name: 'replace-scan',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/scans/{document}/replacement',
  caller: 'staff',
  permission: 'record-outcome',
  summary: {
    en: 'Put a better scan in the place of a bad one; the bad one is shown to citizens no more',
    fa: 'گذاشتن تصویر بهتر به جای تصویر نامناسب؛ تصویر پیشین دیگر به شهروند نشان داده نمی‌شود',
  },
  params: OfScanInCase,
  query: Nothing,
  body: UploadedDocument,
  reply: RequestView,
  status: 201,
  refusals: ['document-missing', 'wrong-state', 'changed-meanwhile'],
});

export const cutOrder = operation({
  name: 'cut-order',
  method: 'PUT',
  path: '/v1/{city}/staff/requests/{id}/orders/{number}/box',
  caller: 'staff',
  permission: 'issue-orders',
  summary: {
    en: 'Cut the card of an order from this part of a scan, or from no part',
    fa: 'برش برگه دستور از این بخش تصویر، یا برداشتن برش آن',
  },
  params: OfOrder,
  query: Nothing,
  body: z.strictObject({ box: z.optional(GivenBox) }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'limit-reached', 'changed-meanwhile'],
});
