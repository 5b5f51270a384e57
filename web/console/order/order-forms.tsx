import { uploadFile } from '../../api/upload-file.ts';
import { Field, FileField, TextArea } from '../../kit/field.tsx';
import { Form, fileOf, optionalText, textOf, wrongField } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { UnitField } from './unit-field.tsx';

export type OfOrder = {
  readonly request: string;
  readonly number: number;
  /** The unit that must act: its calendar counts. */
  readonly unit: string;
  readonly again: () => void;
};

/** Done, and what proves it: the number of a letter, a photograph or a document. */
export function ReportForm({ request, number, again }: OfOrder) {
  const { words, call } = useConsole();
  const { order } = words.after;
  const send = async (data: FormData) => {
    const file = fileOf(data, 'photo') ?? fileOf(data, 'document');
    const letterNumber = optionalText(data, 'letterNumber');
    const note = optionalText(data, 'note');
    if (!file && !letterNumber) return wrongField('letterNumber', order.proofMissing);
    const proof = file && (await uploadFile(file, (body) => call('start-scan', { body })));
    if (proof && !proof.agreed) return proof;
    return call('report-order-done', {
      params: { id: request, number },
      body: { ...(letterNumber && { letterNumber }), ...(note && { note }), ...(proof && { document: proof.value }) },
    });
  };
  return (
    <Form<unknown> send={send} done={again} label={words.orders.report}>
      <p class="hint">{order.reportHint}</p>
      <Field name="letterNumber" label={words.forms.letterNumber} optional />
      <FileField
        name="photo"
        label={order.proofPhoto}
        hint=""
        accept="image/jpeg,image/png"
        camera={words.after.scan.takePhoto}
        optional
      />
      <FileField name="document" label={words.forms.proof} optional />
      <TextArea name="note" label={words.forms.note} most={4000} rows={2} optional />
    </Form>
  );
}

export function RenewForm({ request, number, unit, again }: OfOrder) {
  const { words, call } = useConsole();
  const send = (data: FormData) =>
    call('renew-order', {
      params: { id: request, number },
      body: { dueOn: textOf(data, 'dueOn'), reason: textOf(data, 'reason') },
    });
  return (
    <Form send={send} done={again} label={words.orders.renew}>
      <OfficeDaySelect name="dueOn" label={words.forms.dueOn} unit={unit} />
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

export function HandOverForm({ request, number, unit, again }: OfOrder) {
  const { words, call } = useConsole();
  const { order } = words.after;
  const send = (data: FormData) =>
    call('hand-over-order', {
      params: { id: request, number },
      body: { unit: textOf(data, 'unit'), reason: textOf(data, 'reason') },
    });
  return (
    <Form send={send} done={again} label={order.handOver}>
      <UnitField name="unit" label={order.toUnit} but={unit} />
      <TextArea name="reason" label={words.forms.reason} most={4000} />
    </Form>
  );
}

/** The order's clock stands still until the citizen has told or done it. */
export function AskForm({ request, number, again }: OfOrder) {
  const { words, call } = useConsole();
  const { order } = words.after;
  const send = (data: FormData) =>
    call('ask-about-order', { params: { id: request, number }, body: { text: textOf(data, 'text') } });
  return (
    <Form send={send} done={again} label={order.ask}>
      <TextArea name="text" label={order.question} hint={order.askHint} most={4000} />
    </Form>
  );
}
