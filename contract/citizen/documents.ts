import * as z from 'zod/mini';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { wording } from '../wording.ts';
import { OneRequest } from './one-request.ts';

const MOST_BYTES = 20 * 1024 * 1024;

const File = {
  name: wording(1, 200),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  size: z.int().check(z.gte(1), z.lte(MOST_BYTES)),
};

export const DocumentId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

/** A document that was uploaded, named again as it was announced: what arrived must be just that. */
export const UploadedDocument = z.strictObject({ id: DocumentId, ...File });
export type UploadedDocument = z.infer<typeof UploadedDocument>;

export const startUpload = operation({
  name: 'start-upload',
  method: 'POST',
  path: '/v1/{city}/my/uploads',
  caller: 'citizen',
  summary: {
    en: 'Announce a document (PDF, JPEG or PNG, at most 20 MB) and receive the form to post it with, for ten minutes',
    fa: 'اعلام یک سند (PDF، JPEG یا PNG تا ۲۰ مگابایت) و گرفتن فرم بارگذاری آن، برای ده دقیقه',
  },
  params: Nothing,
  query: Nothing,
  body: z.strictObject(File),
  reply: z.object({ id: DocumentId, url: z.string(), fields: z.record(z.string(), z.string()) }),
  status: 201,
  refusals: [],
});

export const addDocument = operation({
  name: 'add-document',
  method: 'POST',
  path: '/v1/{city}/my/requests/{id}/documents',
  caller: 'citizen',
  summary: { en: 'Add an uploaded document to the request', fa: 'افزودن سند بارگذاری‌شده به درخواست' },
  params: OneRequest,
  query: Nothing,
  body: UploadedDocument,
  reply: RequestView,
  status: 201,
  refusals: ['document-missing', 'limit-reached', 'wrong-state', 'changed-meanwhile'],
});
