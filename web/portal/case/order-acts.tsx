import type { RequestView } from '../../../contract/request-view.ts';
import type { Answered } from '../../api/client.ts';
import { Choices } from '../../kit/choices.tsx';
import { FileField, TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Said } from '../../kit/said.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';
import type { OrderCard } from './order-card.ts';
import { replyOf } from './reply-of.ts';

/** What the unit asked about an order and what was answered; while it waits for an answer, a place for it. */
export function AnswerOrder({ order }: { order: OrderCard }) {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const params = { id: request.id, order: String(order.number) };
  const send = async (data: FormData): Promise<Answered<RequestView>> => {
    const reply = await replyOf(data, call);
    return reply.agreed ? call('answer-order', { params, body: reply.value }) : reply;
  };
  return (
    <>
      {order.questions.map(({ text, askedAt, answer }) => (
        <Notice key={askedAt} title={words.case.question}>
          <p>
            <Said text={text} />
          </p>
          {answer && (
            <p>
              {words.case.answered}: <Said text={answer} />
            </p>
          )}
        </Notice>
      ))}
      {order.waitsForCitizen && (
        <Form send={send} done={again} label={words.case.sendReply}>
          <TextArea name="text" label={words.case.yourAnswer} hint={words.case.orderWaits} most={5000} />
          <FileField name="documents" label={words.case.file} optional />
        </Form>
      )}
    </>
  );
}

/** What is done must be said by its citizen; what is said not to be done goes one rank up. */
export function Verdict({ order }: { order: OrderCard }) {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const params = { id: request.id, order: String(order.number) };
  const isReported = order.status === 'reported-done';
  if (request.status === 'closed' || !(isReported || order.status === 'legally-barred')) return null;
  const dispute = (data: FormData) => {
    const undone = textOf(data, 'undone') === 'partly' ? 'partly' : 'not-done';
    return call('dispute-order', { params, body: { text: textOf(data, 'text'), ...(isReported && { undone }) } });
  };
  return (
    <>
      {isReported && <Form send={() => call('confirm-order', { params })} done={again} label={words.case.confirm} />}
      <details>
        <summary>{isReported ? words.case.dispute : words.case.object}</summary>
        <Form send={dispute} done={again} label={words.case.send}>
          {isReported && (
            <Choices
              name="undone"
              legend={words.case.undone}
              items={[
                { value: 'not-done', label: words.case.undoneChoices['not-done'] },
                { value: 'partly', label: words.case.undoneChoices.partly },
              ]}
            />
          )}
          <TextArea
            name="text"
            label={isReported ? words.case.disputeText : words.case.barredText}
            hint={words.case.disputeHint}
            most={2000}
          />
        </Form>
      </details>
    </>
  );
}
