import type { UploadedDocument } from '../../../contract/citizen/documents.ts';
import type { Answered } from '../../api/client.ts';
import { uploadFile } from '../../api/upload-file.ts';
import { fileOf, textOf } from '../../kit/form.tsx';
import type { Portal } from '../portal.ts';

type Reply = { readonly text: string; readonly documents?: UploadedDocument[] };

/** The words of a reply and, if one was chosen, a document that is sent before them. */
export const replyOf = async (data: FormData, call: Portal['call']): Promise<Answered<Reply>> => {
  const file = fileOf(data, 'documents');
  const sent = file && (await uploadFile(file, (body) => call('start-upload', { body })));
  if (sent && !sent.agreed) return sent;
  return { agreed: true, value: { text: textOf(data, 'text'), ...(sent && { documents: [sent.value] }) } };
};
