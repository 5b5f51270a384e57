import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Select } from '../../kit/field.tsx';
import { Form, wrongField } from '../../kit/form.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { useCase } from '../case/open-case.ts';
import { OrderFields, orderOf } from '../case/order-fields.tsx';
import { useConsole } from '../console.ts';
import type { PartProps } from './part-props.ts';
import { type PageBox, ScanBoard } from './scan-board.tsx';

const NEW = 'new';

/** Shows the place of an order on the page; the same box may begin a new order. */
export function CutOrders({ scan, told }: PartProps) {
  const { words, call } = useConsole();
  const { number } = useSpeech();
  const { request, permissions, again } = useCase();
  const mayAdd = request.decisions.includes('add-order') && permissions.includes('issue-orders');
  const [order, setOrder] = useState(String(request.orders[0]?.number ?? NEW));
  const [drawn, draw] = useState<PageBox>();
  const { scan: say } = words.after;
  const nameOf = (of: number) => words.kit.orderNumber(number(of));

  const others = request.orders.filter(({ box, number: of }) => box?.document === scan.id && String(of) !== order);
  const own = request.orders.find(({ number: of }) => String(of) === order);
  const before = own?.box?.document === scan.id ? own.box : undefined;
  const box = drawn ?? before;
  const done = () => {
    draw(undefined);
    again();
    told();
  };
  const given = box && { document: scan.id, page: box.page, x: box.x, y: box.y, width: box.width, height: box.height };
  const cut = (to: typeof given) =>
    call('cut-order', { params: { id: request.id, number: Number(order) }, body: to ? { box: to } : {} });
  const save = async () => (given ? cut(given) : wrongField('whichOrder', say.noBox));
  const add = async (data: FormData) =>
    given ? call('add-order', { params: { id: request.id }, body: { ...orderOf(data, ''), box: given } }) : save();

  return (
    <>
      <p class="hint">{say.cutHint}</p>
      <Select
        key={request.version}
        name="whichOrder"
        label={say.whichOrder}
        value={order}
        onChoose={(chosen) => {
          setOrder(chosen || NEW);
          draw(undefined);
        }}
        choices={[
          ...request.orders.map(({ number: of, text }) => ({
            value: String(of),
            label: `${nameOf(of)}: ${text.slice(0, 60)}`,
          })),
          ...(mayAdd ? [{ value: NEW, label: say.newOrder }] : []),
        ]}
      />
      <ScanBoard
        key={order}
        pages={scan.plainPages}
        boxes={[
          ...(box ? [{ key: 'own', name: own ? nameOf(own.number) : say.newOrder, box }] : []),
          ...others.flatMap(({ number: of, box: cutOf }) =>
            cutOf ? [{ key: `of-${of}`, name: nameOf(of), box: cutOf }] : [],
          ),
        ]}
        onDraw={(newBox) => {
          draw(newBox);
          return 'own';
        }}
        onChange={(key, changed) => key === 'own' && draw(changed)}
        onRemove={(key) => key === 'own' && draw(undefined)}
      />
      {own ? (
        <>
          <Form<unknown> send={save} done={done} label={say.saveCut} />
          {before && <Form<unknown> send={() => cut(undefined)} done={done} label={say.dropCut} kind="quiet" />}
        </>
      ) : (
        mayAdd && (
          <Form<unknown> send={add} done={done} label={say.addOrder}>
            <OrderFields prefix="" />
          </Form>
        )
      )}
      {drawn && (
        <p>
          <Button kind="quiet" onClick={() => draw(undefined)}>
            {say.undo}
          </Button>
        </p>
      )}
    </>
  );
}
