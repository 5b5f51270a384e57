import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { S3Documents } from '../../../adapters/s3/s3-documents.ts';
import { Bucket, openCityBucket } from '../../local/bucket/city-bucket.ts';

const pdf = { id: 'D1', type: 'application/pdf', size: 5 };

const posted = ({ url, fields }: { url: string; fields: Record<string, string> }, content: string) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content]), 'scan.pdf');
  return fetch(url, { method: 'POST', body: form });
};

it('gives a browser a form with which it can post just the announced file', async () => {
  const documents = new S3Documents((await openCityBucket()).client, Bucket);
  expect(await documents.arrived('eastmere', pdf.id)).toBeUndefined();
  const form = await documents.upload('eastmere', pdf);
  expect(form.fields.key).toBe('eastmere/documents/D1');
  expect((await posted(form, '%PDF-')).ok).toBe(true);
  expect(await documents.arrived('eastmere', pdf.id)).toBe(pdf.size);
  expect(await documents.arrived('tehran', pdf.id)).toBeUndefined();
});

it.each([
  ['a longer file', {}, '%PDF-1'],
  ['a shorter file', {}, '%PDF'],
  ['another type', { 'Content-Type': 'text/html' }, '%PDF-'],
  ['another place', { key: 'eastmere/documents/D2' }, '%PDF-'],
])('lets nobody post %s with that form', async (_, changed, content) => {
  const documents = new S3Documents((await openCityBucket()).client, Bucket);
  const { url, fields } = await documents.upload('eastmere', pdf);
  expect((await posted({ url, fields: { ...fields, ...changed } }, content)).ok).toBe(false);
  expect(await documents.arrived('eastmere', pdf.id)).toBeUndefined();
});

it('ends a form after ten minutes and a link after five', async () => {
  const documents = new S3Documents((await openCityBucket()).client, Bucket);
  const { fields } = await documents.upload('eastmere', pdf);
  const policy: unknown = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());
  const expiration = String(Object(policy).expiration);
  const secondsLeft = (Date.parse(expiration) - Date.now()) / 1000;
  expect(secondsLeft).toBeGreaterThan(500);
  expect(secondsLeft).toBeLessThanOrEqual(600);
  const link = new URL(await documents.original('eastmere', { ...pdf, name: 'scan.pdf' }));
  expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
});

it('lets a reader save the file under its own name, and nobody else read it', async () => {
  const { client } = await openCityBucket();
  const documents = new S3Documents(client, Bucket);
  await client.send(new PutObjectCommand({ Bucket, Key: 'eastmere/documents/D1', Body: '%PDF-' }));
  const link = await documents.original('eastmere', { ...pdf, name: 'نامه.pdf' });
  const answer = await fetch(link);
  expect(await answer.text()).toBe('%PDF-');
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('نامه')}.pdf`,
  );
  expect((await fetch(link.replace('D1', 'D2'))).ok).toBe(false);
});
