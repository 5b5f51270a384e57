import { useState } from 'preact/hooks';
import type { RequestView } from '../../../contract/request-view.ts';
import type { Answered } from '../../api/client.ts';
import { uploadFile } from '../../api/upload-file.ts';
import { Button } from '../../kit/button.tsx';
import { Choices } from '../../kit/choices.tsx';
import { Field, FileField, TextArea } from '../../kit/field.tsx';
import { Form, fileOf, optionalText, textOf } from '../../kit/form.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';
import { OrderFields, orderOf } from './order-fields.tsx';

/** What the meeting came to: the official's remark, the scan of what was written, and as many orders as there are. */
export function OutcomeForm() {
  const { words, call } = useConsole();
  const { number } = useSpeech();
  const { request, again } = useCase();
  const [orders, setOrders] = useState<readonly number[]>([0]);
  const { forms } = words;

  const send = async (data: FormData): Promise<Answered<RequestView>> => {
    const file = fileOf(data, 'scan');
    const scan = file && (await uploadFile(file, (body) => call('start-scan', { body })));
    if (scan && !scan.agreed) return scan;
    const comment = optionalText(data, 'comment');
    const attendees = optionalText(data, 'attendees');
    return call('record-outcome', {
      params: { id: request.id },
      body: {
        result: resultOf(textOf(data, 'result')),
        ...(comment && { comment }),
        ...(attendees && { attendees }),
        ...(scan && { scan: scan.value }),
        orders: orders.map((_, index) => orderOf(data, `orders.${index}.`)),
      },
    });
  };

  return (
    <Form send={send} done={again} label={words.decisions['record-outcome']}>
      <Choices
        name="result"
        legend={forms.result}
        value="met"
        items={Object.entries(forms.results).map(([value, label]) => ({ value, label }))}
      />
      <TextArea name="comment" label={forms.comment} most={4000} optional />
      <Field name="attendees" label={forms.attendees} optional />
      <FileField name="scan" label={forms.scan} optional />
      {orders.map((key, index) => (
        <fieldset class="card" key={key}>
          <legend>{words.kit.orderNumber(number(index + 1))}</legend>
          <OrderFields prefix={`orders.${index}.`} />
          <Button kind="quiet" onClick={() => setOrders(orders.filter((other) => other !== key))}>
            {forms.dropOrder}
          </Button>
        </fieldset>
      ))}
      <p>
        <Button kind="quiet" onClick={() => setOrders([...orders, Math.max(-1, ...orders) + 1])}>
          {forms.anotherOrder}
        </Button>
      </p>
    </Form>
  );
}

const resultOf = (text: string): 'met' | 'partly' | 'ended-early' =>
  text === 'partly' || text === 'ended-early' ? text : 'met';

/** One more order, after the outcome was recorded. */
export function AddOrderForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  return (
    <Form
      send={(data) => call('add-order', { params: { id: request.id }, body: orderOf(data, '') })}
      done={again}
      label={words.decisions['add-order']}
    >
      <OrderFields prefix="" />
    </Form>
  );
}
