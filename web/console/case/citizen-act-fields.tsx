import type * as z from 'zod/mini';
import type { RequestView } from '../../../contract/request-view.ts';
import type { CitizenAct } from '../../../contract/staff/citizen-act.ts';
import type { OrderAct } from '../../../domain/order.ts';
import { UNDONE } from '../../../domain/order.ts';
import type { DecisionName } from '../../../domain/transitions.ts';
import { Choices } from '../../kit/choices.tsx';
import { Select, TextArea } from '../../kit/field.tsx';
import { optionalText, textOf } from '../../kit/form.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';
import { SlotPicker } from './slot-picker.tsx';

type Act = z.input<typeof CitizenAct>;
export type ActName = Act['act'];

/** Acts of the citizen by the decision that must be open for them (`domain/transitions.ts`); a question may always be asked. */
const NEEDS: Readonly<Record<ActName, DecisionName | undefined>> = {
  'add-information': 'add-information',
  respond: 'respond',
  'pick-slot': 'pick-slot',
  'pass-offer': 'pass-offer',
  move: 'move',
  cancel: 'cancel',
  'wait-for-holder': 'cancel',
  withdraw: 'withdraw',
  'confirm-order': 'confirm',
  'dispute-order': 'dispute',
  'answer-order': 'answer-order',
  'confirm-outcome': 'confirm',
  object: 'object',
  'still-done': 'still-done',
  ask: undefined,
};
const OF_ORDERS: Partial<Record<ActName, OrderAct>> = {
  'confirm-order': 'confirm',
  'dispute-order': 'dispute',
  'answer-order': 'answer',
};

/** What the citizen may do now, as far as the stage and the orders tell. */
export const actsNow = (request: RequestView): ActName[] =>
  (Object.keys(NEEDS) as ActName[]).filter((name) => {
    const [needed, ofOrder] = [NEEDS[name], OF_ORDERS[name]];
    if (needed !== undefined && !request.decisions.includes(needed)) return false;
    if (name === 'confirm-outcome') return request.status === 'awaiting-confirmation' && request.orders.length === 0;
    return ofOrder === undefined || request.orders.some(({ acts }) => acts.includes(ofOrder));
  });

const WITH_WORDS: readonly ActName[] = ['add-information', 'dispute-order', 'answer-order', 'object', 'ask'];
const WITH_A_REMARK: readonly ActName[] = ['cancel', 'withdraw', 'confirm-outcome', 'still-done'];
const WITH_YES_OR_NO: readonly ActName[] = ['confirm-outcome', 'still-done'];

/** What there is to say about an act of the citizen. */
export function CitizenActFields({ act }: { act: ActName }) {
  const { act: say } = useConsole().words.after;
  const ofOrder = OF_ORDERS[act];
  const itemsOf = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <>
      {ofOrder && <OrderSelect act={ofOrder} />}
      {act === 'dispute-order' && <Choices name="undone" legend={say.undone} items={itemsOf(say.undones)} />}
      {act === 'respond' && <Choices name="response" legend={say.response} items={itemsOf(say.responses)} />}
      {act === 'pick-slot' && <OfferedTurns />}
      {act === 'move' && <SlotPicker />}
      {WITH_YES_OR_NO.includes(act) && (
        <Choices name="yes" legend={say.settled} items={itemsOf({ yes: say.yes, no: say.no })} beside />
      )}
      {WITH_WORDS.includes(act) && <TextArea name="text" label={say.text} most={4000} />}
      {WITH_A_REMARK.includes(act) && <TextArea name="text" label={say.text} most={2000} rows={2} optional />}
    </>
  );
}

function OrderSelect({ act }: { act: OrderAct }) {
  const { words } = useConsole();
  const { number } = useSpeech();
  const { request } = useCase();
  const open = request.orders.filter(({ acts }) => acts.includes(act));
  return (
    <Select
      name="order"
      label={words.after.act.order}
      value={String(open[0]?.number ?? '')}
      choices={open.map((order) => ({
        value: String(order.number),
        label: `${words.kit.orderNumber(number(order.number))}: ${order.text.slice(0, 60)}`,
      }))}
    />
  );
}

function OfferedTurns() {
  const { act: say } = useConsole().words.after;
  const { request } = useCase();
  const items = (request.offered ?? []).map(({ slot, says }) => ({ value: slot, label: says }));
  return <Choices name="slot" legend={say.slot} items={items} />;
}

/** The act that the form holds. */
export const citizenActOf = (act: ActName, data: FormData): Act => {
  const said = textOf(data, 'means');
  const means = said === 'phone' || said === 'letter' ? said : 'counter';
  const text = textOf(data, 'text');
  const remark = optionalText(data, 'text');
  const order = Number(textOf(data, 'order'));
  const isYes = textOf(data, 'yes') === 'yes';
  switch (act) {
    case 'add-information':
    case 'object':
    case 'ask':
      return { act, means, text };
    case 'respond':
      return { act, means, response: textOf(data, 'response') === 'solved' ? 'solved' : 'still-want-to-meet' };
    case 'pick-slot':
    case 'move':
      return { act, means, slot: textOf(data, 'slot') };
    case 'cancel':
    case 'withdraw':
      return { act, means, ...(remark && { text: remark }) };
    case 'confirm-order':
      return { act, means, order };
    case 'dispute-order': {
      const undone = UNDONE.find((one) => one === textOf(data, 'undone'));
      return { act, means, order, text, ...(undone && { undone }) };
    }
    case 'answer-order':
      return { act, means, order, text };
    case 'confirm-outcome':
      return { act, means, settled: isYes, ...(remark && { text: remark }) };
    case 'still-done':
      return { act, means, done: isYes, ...(remark && { text: remark }) };
    default:
      return { act, means };
  }
};
