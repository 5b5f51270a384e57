import type { UploadedDocument } from '../../contract/citizen/documents.ts';
import type { Answered } from './client.ts';

type Announced = Omit<UploadedDocument, 'id'>;
type UploadForm = {
  readonly id: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * Announces a file and posts it straight to the bucket with the form that comes back; the API never carries the bytes.
 * @param start the operation that announces; a type that is no document is refused there
 * @returns the document as later calls name it; the problem `upload-failed` if the bucket did not take it
 */
export const uploadFile = async (
  file: File,
  start: (announced: Announced) => Promise<Answered<UploadForm>>,
): Promise<Answered<UploadedDocument>> => {
  const announced: Announced = { name: file.name, type: file.type as Announced['type'], size: file.size };
  const started = await start(announced);
  if (!started.agreed) return started;
  const { id, url, fields } = started.value;
  return (await isTaken(file, url, fields))
    ? { agreed: true, value: { id, ...announced } }
    : { agreed: false, problem: { type: 'upload-failed', title: '', status: 0 } };
};

const isTaken = async (file: File, url: string, fields: UploadForm['fields']): Promise<boolean> => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  // The bucket ignores every field behind the file.
  body.append('file', file);
  try {
    return (await fetch(url, { method: 'POST', body })).ok;
  } catch {
    return false;
  }
};
