import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Credentials } from '../signature/signing-key.ts';
import { type Address, requireKey } from './address.ts';
import { searched } from './malware-search.ts';
import { checkPolicy } from './post-policy.ts';
import { S3Error } from './s3-error.ts';
import { tagsFromXml } from './tags.ts';
import { abandon, bytesOf, FORM_OVERHEAD, readUploadForm, type UploadForm } from './upload-form.ts';
import { keptHeaders, type Store, writeObject } from './write-object.ts';
import { toXml } from './xml.ts';

type Verifier = { credentials: Credentials; region: string; searches: boolean };

/** A browser's upload with a presigned form: the policy is checked before the first byte of the file is kept. */
export async function postObject(
  store: Store,
  { bucket }: Address,
  req: IncomingMessage,
  res: ServerResponse,
  verifier: Verifier,
  maxBytes: number,
): Promise<void> {
  refuseIfLonger(req, maxBytes);
  const form = await readUploadForm(req);
  try {
    const key = keyOf(form, bucket);
    const range = checkPolicy(new Map([...form.fields, ['bucket', bucket], ['key', key]]), verifier, maxBytes);
    refuseIfLonger(req, range.max);
    const status = form.fields.get('success_action_status') ?? '204';
    const draft = {
      bucket,
      key,
      headers: keptHeaders(form.fields),
      tags: form.fields.has('tagging') ? tagsFromXml(form.fields.get('tagging') ?? '') : {},
      maxBytes: range.max,
      onlyIfAbsent: false,
    };
    const search = searched(bytesOf(form));
    const { md5 } = await writeObject(store, draft, {
      bytes: search.bytes,
      verify({ size }) {
        if (size < range.min) throw new S3Error('EntityTooSmall', `The file has less than ${range.min} bytes.`);
      },
    });
    if (verifier.searches) store.objects.setTags(bucket, key, { ...draft.tags, ...search.verdict() });
    const headers = { etag: `"${md5}"`, location: `${req.url}/${key.split('/').map(encodeURIComponent).join('/')}` };
    if (status !== '201') return void res.writeHead(status === '200' ? 200 : 204, headers).end();
    res.writeHead(201, { ...headers, 'content-type': 'application/xml' });
    res.end(toXml('PostResponse', { Location: headers.location, Bucket: bucket, Key: key, ETag: headers.etag }));
  } finally {
    abandon(req, form);
  }
}

const SUPPORTED =
  /^(key|bucket|policy|tagging|success_action_status|x-amz-(algorithm|credential|date|signature|meta-.+)|x-ignore-.+|(content-(type|disposition|encoding|language))|cache-control|expires)$/;

// biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder for the name of the uploaded file.
const FILE_NAME = '${filename}';

function keyOf({ fields, fileName }: UploadForm, bucket: string): string {
  const key = (fields.get('key') ?? '').replaceAll(FILE_NAME, () => fileName);
  requireKey(key);
  if ((fields.get('bucket') ?? bucket) !== bucket) throw new S3Error('AccessDenied', 'The form is for another bucket.');
  const unknown = [...fields.keys()].find((name) => !SUPPORTED.test(name));
  if (unknown) throw new S3Error('InvalidArgument', `The field ${unknown} is not known here.`);
  return key;
}

/** A form that must be too large by its announced length is refused before it is read. */
function refuseIfLonger(req: IncomingMessage, maxBytes: number): void {
  if (Number(req.headers['content-length'] ?? 0) > maxBytes + FORM_OVERHEAD) {
    throw new S3Error('EntityTooLarge', `The file is larger than ${maxBytes} bytes.`);
  }
}
