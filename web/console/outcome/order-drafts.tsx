import { Button } from '../../kit/button.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { OrderFields } from '../case/order-fields.tsx';
import { useConsole } from '../console.ts';
import type { Drafts } from './use-drafts.ts';

/** A card for each order; whether it has its picture is said on it. */
export function OrderDrafts({ drafts }: { drafts: Drafts }) {
  const { words } = useConsole();
  const { number } = useSpeech();
  const { outcome } = words.after;
  return (
    <>
      <h2>{outcome.orders}</h2>
      {drafts.all.length === 0 && <p class="hint">{outcome.noOrders}</p>}
      {drafts.all.map(({ key, box }, index) => (
        <fieldset class="card" key={key}>
          <legend>{words.kit.orderNumber(number(index + 1))}</legend>
          {!box && <Tag kind="plain">{outcome.withoutPicture}</Tag>}
          <OrderFields prefix={`orders.${index}.`} />
          <p class="actions">
            <Button kind="quiet" onClick={() => drafts.remove(key)}>
              {words.forms.dropOrder}
            </Button>
          </p>
        </fieldset>
      ))}
      <p>
        <Button kind="quiet" onClick={() => drafts.add()}>
          {outcome.addCard}
        </Button>
      </p>
    </>
  );
}
