import './brief.css';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { briefRequest } from '../../../contract/staff/brief.ts';
import { Card, SummaryList } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Code } from '../code.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';
import { OrderTags } from '../order/order-facts.tsx';

type BriefOf = ReplyOf<typeof briefRequest>;

/** One sheet: who comes with what, what was said before, what was promised and not kept, and what the law forbids. */
export function Brief({ brief }: { brief: BriefOf }) {
  const { words } = useConsole();
  const { moment, number } = useSpeech();
  const names = useNames();
  const { brief: say } = words.after;
  const roles: Readonly<Record<string, string>> = words.case.roles;
  return (
    <div class="sheet">
      <Card>
        <h2>
          <Code code={brief.code} /> · {names.topic(brief.topic)}
        </h2>
        {brief.urgent && <Tag kind="warning">{words.desk.urgent}</Tag>}
        <SummaryList
          rows={[
            { term: say.turn, value: brief.appointment?.says },
            { term: words.case.unit, value: names.unit(brief.unit) },
            { term: words.case.submitted, value: moment(brief.submittedAt) },
            {
              term: say.who,
              value: brief.people.map(({ role, name, needs }) => (
                <div key={`${role}-${name}`}>
                  {roles[role] ?? role}: <bdi>{name}</bdi> {needs && <Tag kind="warning">{needs.join(' · ')}</Tag>}
                </div>
              )),
            },
            { term: say.matter, value: <Said text={brief.text} /> },
            { term: say.wanted, value: brief.wanted && <Said text={brief.wanted} /> },
            {
              term: words.case.documents,
              value: brief.documents > 0 && say.documents(number(brief.documents)),
            },
          ]}
        />
        <h3>{say.meetings}</h3>
        {brief.meetings.length === 0 && <p class="hint">{say.noMeetings}</p>}
        <ul>
          {brief.meetings.map((meeting) => (
            <li key={`${meeting.request}-${meeting.metAt}`}>
              {meeting.says} (<Code code={meeting.code} />) {meeting.comment && <Said text={meeting.comment} />}
            </li>
          ))}
        </ul>
        <Orders title={say.promises} none={say.noPromises} orders={brief.promises} />
        <Orders title={say.bars} none={say.noBars} orders={brief.bars} />
      </Card>
    </div>
  );
}

type OrdersProps = { readonly title: string; readonly none: string; readonly orders: BriefOf['promises'] };

function Orders({ title, none, orders }: OrdersProps) {
  const names = useNames();
  return (
    <>
      <h3>{title}</h3>
      {orders.length === 0 && <p class="hint">{none}</p>}
      {orders.map(({ request, code, order }) => (
        <div key={`${request}-${order.number}`}>
          <p>
            <Said text={order.text} /> · {names.unit(order.unit)} · {order.due.says} (<Code code={code} />)
          </p>
          {order.legalGround && (
            <p>
              <Said text={order.legalGround} />
            </p>
          )}
          <OrderTags order={order} />
        </div>
      ))}
    </>
  );
}
