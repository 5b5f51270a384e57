import { uploadFile } from '../../api/upload-file.ts';
import { Field, FileField, TextArea } from '../../kit/field.tsx';
import { Form, fileOf, optionalText, textOf } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';

type OfOrder = { readonly request: string; readonly number: number; readonly again: () => void };

/** Done, and what proves it: the number of a letter, a document, or both. */
export function ReportForm({ request, number, again }: OfOrder) {
  const { words, call } = useConsole();
  const send = async (data: FormData) => {
    const file = fileOf(data, 'document');
    const proof = file && (await uploadFile(file, (body) => call('start-scan', { body })));
    if (proof && !proof.agreed) return proof;
    const letterNumber = optionalText(data, 'letterNumber');
    const note = optionalText(data, 'note');
    return call('report-order-done', {
      params: { id: request, number },
      body: { ...(letterNumber && { letterNumber }), ...(note && { note }), ...(proof && { document: proof.value }) },
    });
  };
  return (
    <Form<unknown> send={send} done={again} label={words.orders.report}>
      <Field name="letterNumber" label={words.forms.letterNumber} optional />
      <FileField name="document" label={words.forms.proof} optional />
      <TextArea name="note" label={words.forms.note} most={4000} rows={2} optional />
    </Form>
  );
}

export function RenewForm({ request, number, again }: OfOrder) {
  const { words, call } = useConsole();
  const send = (data: FormData) =>
    call('renew-order', {
      params: { id: request, number },
      body: { dueOn: textOf(data, 'dueOn'), reason: textOf(data, 'reason') },
    });
  return (
    <Form send={send} done={again} label={words.orders.renew}>
      <OfficeDaySelect name="dueOn" label={words.forms.dueOn} />
      <TextArea name="reason" label={words.forms.reason} most={4000} />
    </Form>
  );
}

export function BarForm({ request, number, again }: OfOrder) {
  const { words, call } = useConsole();
  const send = (data: FormData) =>
    call('bar-order', { params: { id: request, number }, body: { ground: textOf(data, 'ground') } });
  return (
    <Form send={send} done={again} label={words.orders.bar} kind="danger">
      <TextArea name="ground" label={words.forms.ground} most={4000} />
    </Form>
  );
}
