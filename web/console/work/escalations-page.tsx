import { PageTitle } from '../../kit/layout.tsx';
import { Card, SummaryList } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { Code } from '../code.tsx';
import { useConsole } from '../console.ts';
import { OrderTags } from '../order/order-facts.tsx';
import { type Line, pageOf } from './digest-line.tsx';

/** More than anybody works off; older ones are in the mornings of `/work`. */
const MOST = 30;

type Climbed = { readonly line: Line; readonly on: string };

/** What has come up to this person because nobody below acted in time, or the citizen disputed it: each once, newest first. */
export function EscalationsPage() {
  const { words, call } = useConsole();
  const { escalations: say } = words.after;
  const digests = useAnswer(() => call('list-my-digests'), []);
  return (
    <>
      <PageTitle title={say.title} lead={say.lead} />
      <Loaded from={digests}>
        {({ items }) => {
          const all = climbedIn(items);
          return all.length === 0 ? (
            <Empty>{say.none}</Empty>
          ) : (
            all.map((climbed) => <Matter key={pageOf(climbed.line)} {...climbed} />)
          );
        }}
      </Loaded>
    </>
  );
}

const climbedIn = (days: readonly { readonly on: string; readonly lines: readonly Line[] }[]): Climbed[] => {
  const told = days
    .toSorted((a, b) => b.on.localeCompare(a.on))
    .flatMap(({ on, lines }) => lines.map((line) => ({ line, on })))
    .filter(({ line: { kind } }) => kind === 'climbed' || kind === 'disputed');
  const newest = new Map(told.toReversed().map((one) => [pageOf(one.line), one]));
  return [...newest.values()].toReversed().slice(0, MOST);
};

function Matter({ line, on }: Climbed) {
  const { words, base } = useConsole();
  const { moment, date, number } = useSpeech();
  const { escalations: say, work } = words.after;
  const { kind, code, order, step, by, request } = line;
  return (
    <Card>
      <h2>
        <a href={base + pageOf(line)}>
          {order === undefined ? step && work.steps[step] : work.order(number(order))} {code && <Code code={code} />}
        </a>
      </h2>
      <SummaryList
        rows={[
          { term: say.why, value: work.lines[kind] },
          { term: say.came, value: date(on) },
          { term: work.by, value: by && moment(by) },
        ]}
      />
      {request && order !== undefined && <OrderNow request={request} number={order} owner={line.to} />}
    </Card>
  );
}

/** The order as it stands now: it may have been settled, or have gone on, since it was told of. */
function OrderNow({ request, number, owner }: { request: string; number: number; owner: Line['to'] }) {
  const { words, call } = useConsole();
  const { escalations: say } = words.after;
  const shown = useAnswer(() => call('show-order', { params: { id: request, number } }), [request, number]);
  if (shown.answer?.agreed === false) return <p class="hint">{say.gone}</p>;
  return (
    <Loaded from={shown}>
      {({ order }) => {
        const isStill =
          order.status === 'open' &&
          owner.kind === 'staff' &&
          order.owner.role === owner.role &&
          order.owner.unit === owner.unit;
        return (
          <>
            <OrderTags order={order} />
            <p>
              <Said text={order.text} />
            </p>
            <p>
              <Tag kind={isStill ? 'warning' : 'plain'}>{isStill ? say.still : say.gone}</Tag>
            </p>
          </>
        );
      }}
    </Loaded>
  );
}
