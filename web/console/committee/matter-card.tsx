import { Card } from '../../kit/lists.tsx';
import { Notice, Tag } from '../../kit/notice.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Code } from '../code.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';
import { OrderFacts } from '../order/order-facts.tsx';
import { DecisionForm } from './decision-form.tsx';
import type { MatterProps } from './matter-props.ts';

/** One matter of the agenda: why it is there, how it stands, and what was decided. */
export function MatterCard(props: MatterProps) {
  const { words, base } = useConsole();
  const { number } = useSpeech();
  const names = useNames();
  const { committee: say } = words.after;
  const { committee, matter } = props;
  const { code, order, unit, why, atTop, carried, decision, card } = matter;
  return (
    <Card>
      <h3>
        {number(matter.number)} · {words.kit.orderNumber(number(order))} · {names.unit(unit)} ·{' '}
        <a href={`${base}/cases/${matter.request}`}>
          <Code code={code} />
        </a>
      </h3>
      <p>
        <Tag kind="danger">{say.why[why]}</Tag> {atTop && <Tag kind="warning">{say.atTop}</Tag>}{' '}
        {carried > 0 && <Tag kind="warning">{say.carried(number(carried))}</Tag>}
      </p>
      {card && <OrderFacts order={card} />}
      {decision && (
        <Notice kind="success" title={`${say.decided}: ${say.kinds[decision.kind]}`}>
          <p>
            <Said text={decision.text} />{' '}
            {decision.meeting && <a href={`${base}/cases/${decision.meeting}`}>{say.meeting}</a>}
          </p>
        </Notice>
      )}
      {committee.openedAt && !committee.closedAt && !decision && (
        <details name="matter">
          <summary>{say.decide}</summary>
          <DecisionForm {...props} />
        </details>
      )}
    </Card>
  );
}
