import type { submitRequest } from '../../../contract/citizen/submission.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { LinkButton } from '../../kit/button.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Card, Ltr } from '../../kit/lists.tsx';
import { CalendarButton } from '../calendar-button.tsx';
import { NextStep } from '../case/next-step.tsx';
import { PersonalLink } from '../personal-link.tsx';
import { usePortal } from '../portal.ts';

/** The receipt: the code, what comes next, and the personal link, which is shown here and never again. */
export function DonePage({ submitted: { request, personalLink } }: { submitted: ReplyOf<typeof submitRequest> }) {
  const { words, base } = usePortal();
  const { at } = request.next.deadline;
  return (
    <>
      <div class="panel">
        <PageTitle title={words.done.title} />
        <p>
          {words.done.code}{' '}
          <bdi class="code" dir="ltr">
            {request.code}
          </bdi>
        </p>
        <p>
          {words.done.keypad}: <Ltr>{request.keypadCode.replace(/\d{4}(?=\d)/g, '$& ')}</Ltr>
        </p>
      </div>
      <Card title={words.done.next} tone="lively">
        <NextStep request={request} />
        <p class="actions">
          <CalendarButton id={`${request.id}.next`} title={words.done.answerBy} startsAt={at} endsAt={at} />
        </p>
      </Card>
      {personalLink && (
        <Card title={words.done.link}>
          <PersonalLink secret={personalLink} />
        </Card>
      )}
      <p class="actions">
        <LinkButton href={`${base}/requests/${request.id}`}>{words.done.open}</LinkButton>
      </p>
    </>
  );
}
