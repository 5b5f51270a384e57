import { Choices } from '../../kit/choices.tsx';
import { TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';
import { SlotPicker } from './slot-picker.tsx';

export function OfferForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const send = (data: FormData) =>
    call('offer-slots', { params: { id: request.id }, body: { slots: data.getAll('slots').map(String) } });
  return (
    <Form send={send} done={again} label={words.decisions.offer}>
      <SlotPicker many />
    </Form>
  );
}

export function GiveForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const send = (data: FormData) =>
    call('give-turn', { params: { id: request.id }, body: { slot: textOf(data, 'slot') } });
  return (
    <Form send={send} done={again} label={words.decisions.schedule}>
      <SlotPicker />
    </Form>
  );
}

export function MoveForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const send = (data: FormData) =>
    call('move-turn', { params: { id: request.id }, body: { slot: textOf(data, 'slot') } });
  return (
    <Form send={send} done={again} label={words.decisions.move}>
      <SlotPicker />
    </Form>
  );
}

export function CancelForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const send = (data: FormData) =>
    call('cancel-turn', { params: { id: request.id }, body: { text: textOf(data, 'text') } });
  return (
    <Form send={send} done={again} label={words.decisions.cancel} kind="danger">
      <TextArea name="text" label={words.forms.reason} most={4000} />
    </Form>
  );
}

export function AttendanceForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const send = (data: FormData) => {
    const said = textOf(data, 'attendance');
    const attendance = said === 'no-show' || said === 'host-absent' ? said : 'arrived';
    return call('record-attendance', { params: { id: request.id }, body: { attendance } });
  };
  return (
    <Form send={send} done={again} label={words.forms.record}>
      <Choices
        name="attendance"
        legend={words.forms.attendance}
        items={Object.entries(words.forms.attendances).map(([value, label]) => ({ value, label }))}
      />
    </Form>
  );
}
