import type { RequestView } from '../../../contract/request-view.ts';
import type { CitizenClient } from '../../api/citizen-client.ts';
import type { Answered } from '../../api/client.ts';
import { postFile } from '../../api/post-file.ts';
import { FileField, TextArea } from '../../kit/field.tsx';
import { fileOf, Form, textOf, wrongField } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { usePortal } from '../portal.ts';
import { LastWord } from './acts.tsx';
import { useCase } from './case.ts';

/** What the office asked for, and the reply to it: words and, if there is one, a document. */
export function AddInformation() {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const send = async (data: FormData): Promise<Answered<RequestView>> => {
    const file = fileOf(data, 'documents');
    const uploaded = file && (await upload(file, call, words.kit.problems.upload));
    if (uploaded && !uploaded.agreed) return uploaded;
    return call('add-information', {
      params: { id: request.id },
      body: { text: textOf(data, 'text'), ...(uploaded && { documents: [uploaded.value] }) },
    });
  };
  return (
    <Card title={words.case.addInformation} tone="lively">
      <LastWord kind="question-asked" title={words.case.question} />
      <Form send={send} done={again} label={words.case.sendReply}>
        <TextArea name="text" label={words.case.yourReply} most={5000} />
        <FileField name="documents" label={words.case.file} optional />
      </Form>
    </Card>
  );
}

type DocumentType = 'application/pdf' | 'image/jpeg' | 'image/png';
type Uploaded = { readonly id: string; readonly name: string; readonly type: DocumentType; readonly size: number };

/** Announces a file and posts it to the bucket. What is no document at all is refused by the API. */
const upload = async (file: File, call: CitizenClient, failed: string): Promise<Answered<Uploaded>> => {
  const announced = { name: file.name, type: file.type as DocumentType, size: file.size };
  const started = await call('start-upload', { body: announced });
  if (!started.agreed) return started;
  return (await postFile(file, started.value))
    ? { agreed: true, value: { id: started.value.id, ...announced } }
    : wrongField('documents', failed);
};
