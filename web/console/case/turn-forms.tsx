import { useState } from 'preact/hooks';
import type { RequestView } from '../../../contract/request-view.ts';
import type { Answered } from '../../api/client.ts';
import { Choices } from '../../kit/choices.tsx';
import { Select, TextArea } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { JumpReason } from './jump-reason.tsx';
import { useCase } from './open-case.ts';
import { SlotPicker } from './slot-picker.tsx';

/** Sends with a chosen turn; when somebody was faster, the free turns are looked at again. */
const useTurns = () => {
  const [round, setRound] = useState(0);
  const taking = async (sent: Promise<Answered<RequestView>>) => {
    const answered = await sent;
    if (!answered.agreed && answered.problem.type === 'slot-gone') setRound((before) => before + 1);
    return answered;
  };
  return { round, taking };
};

const reasonIn = (data: FormData) => {
  const reason = optionalText(data, 'reason');
  return reason === undefined ? {} : { reason };
};

export function OfferForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const { round, taking } = useTurns();
  const send = (data: FormData) => {
    const body = { slots: data.getAll('slots').map(String), ...reasonIn(data) };
    return taking(call('offer-slots', { params: { id: request.id }, body }));
  };
  return (
    <Form send={send} done={again} label={words.decisions.offer}>
      <SlotPicker key={round} many />
      <JumpReason />
    </Form>
  );
}

export function GiveForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const { round, taking } = useTurns();
  const send = (data: FormData) => {
    const body = { slot: textOf(data, 'slot'), ...reasonIn(data) };
    return taking(call('give-turn', { params: { id: request.id }, body }));
  };
  return (
    <Form send={send} done={again} label={words.decisions.schedule}>
      <SlotPicker key={round} />
      <JumpReason />
    </Form>
  );
}

export function MoveForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const { round, taking } = useTurns();
  const send = (data: FormData) =>
    taking(call('move-turn', { params: { id: request.id }, body: { slot: textOf(data, 'slot') } }));
  return (
    <Form send={send} done={again} label={words.decisions.move}>
      <SlotPicker key={round} />
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

const NO_SHOW_REASONS = ['not-came', 'came-late', 'unreachable-by-phone'] as const;

export function AttendanceForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const [isMissed, setMissed] = useState(false);
  const send = (data: FormData) => {
    const said = textOf(data, 'attendance');
    const attendance = said === 'no-show' || said === 'host-absent' ? said : 'arrived';
    const reason = NO_SHOW_REASONS.find((one) => one === textOf(data, 'reason'));
    return call('record-attendance', { params: { id: request.id }, body: { attendance, ...(reason && { reason }) } });
  };
  return (
    <Form send={send} done={again} label={words.forms.record}>
      <Choices
        name="attendance"
        legend={words.forms.attendance}
        items={Object.entries(words.forms.attendances).map(([value, label]) => ({ value, label }))}
        onChoose={(said) => setMissed(said === 'no-show')}
      />
      {isMissed && (
        <Select
          name="reason"
          label={words.turns.day.why}
          value="not-came"
          choices={NO_SHOW_REASONS.map((value) => ({ value, label: words.turns.day.whys[value] }))}
        />
      )}
    </Form>
  );
}
