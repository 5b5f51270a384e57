import type { RequestView } from '../../../contract/request-view.ts';
import type { Answered } from '../../api/client.ts';
import { FileField, TextArea } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';
import { LastWord } from './last-word.tsx';
import { replyOf } from './reply-of.ts';

/** What the office asked for, and the reply to it: words and, if there is one, a document. */
export function AddInformation() {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const send = async (data: FormData): Promise<Answered<RequestView>> => {
    const reply = await replyOf(data, call);
    return reply.agreed ? call('add-information', { params: { id: request.id }, body: reply.value }) : reply;
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
