import { LinkButton } from '../../kit/button.tsx';
import { Form } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';
import { OrderFields, orderOf } from './order-fields.tsx';

/** The outcome has a page of its own: there is a picture to be cut. */
export function OutcomeLink() {
  const { words, base } = useConsole();
  const { request } = useCase();
  return (
    <>
      <p class="hint">{words.after.outcome.hint}</p>
      <p>
        <LinkButton href={`${base}/cases/${request.id}/outcome`}>{words.after.outcome.open}</LinkButton>
      </p>
    </>
  );
}

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
