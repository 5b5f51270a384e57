import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { S3Error } from './s3-error.ts';

/** The fields before the file (names in lower case) and the file as it arrives; what follows it is ignored. */
export type UploadForm = { fields: Map<string, string>; fileName: string; file: Readable };

/** Room for everything in a form but the file. */
export const FORM_OVERHEAD = 256 * 1024;

/**
 * Reads a `multipart/form-data` body up to its `file` field. `file` fails if the client goes away or the form ends
 * early. Throws `S3Error` for anything that is no such form.
 */
export function readUploadForm(req: IncomingMessage): Promise<UploadForm> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => {
      req.unpipe();
      reject(new S3Error('MalformedPOSTRequest', why));
    };
    const form = parserOf(req);
    if (!form) return refuse('The body is not multipart/form-data.');
    const fields = new Map<string, string>();
    form.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      if (nameTruncated || valueTruncated) refuse('A field of the form is too long.');
      if (fields.has(name.toLowerCase())) refuse('A field of the form is repeated.');
      fields.set(name.toLowerCase(), value);
    });
    form.on('file', (name, file, { filename }) => {
      // Whoever reads the file meets its error then; until that, it must not end the process.
      file.on('error', () => {});
      if (name.toLowerCase() !== 'file') refuse('The file must be in the field `file`.');
      resolve({ fields, fileName: filename ?? '', file });
    });
    form.on('fieldsLimit', () => refuse('The form has too many fields.'));
    form.on('partsLimit', () => refuse('The form has too many parts.'));
    form.on('error', () => refuse('The form is malformed.'));
    form.on('finish', () => refuse('The form carries no file.'));
    req.once('close', () => {
      if (!req.complete) form.destroy(new Error('The client went away before the form was complete.'));
    });
    req.on('error', () => {});
    req.pipe(form);
  });
}

/** The bytes of the file. Throws `IncompleteBody` if the form breaks off inside it. */
export async function* bytesOf({ file }: UploadForm): AsyncGenerator<Buffer> {
  try {
    yield* file;
  } catch {
    throw new S3Error('IncompleteBody', 'The form ended inside its file.');
  }
}

/** Stops parsing, so that the rest of the body can be thrown away. */
export function abandon(req: IncomingMessage, form: UploadForm): void {
  req.unpipe();
  form.file.destroy();
}

function parserOf(req: IncomingMessage) {
  if (!/^multipart\/form-data/i.test(req.headers['content-type'] ?? '')) return undefined;
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { fields: 40, fieldSize: 32 * 1024, files: 1, parts: 50 },
    });
  } catch {
    return undefined;
  }
}
