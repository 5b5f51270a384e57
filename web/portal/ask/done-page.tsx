import { useState } from 'preact/hooks';
import type { submitRequest } from '../../../contract/citizen/submission.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Card, Ltr } from '../../kit/lists.tsx';
import { NextStep } from '../case/next-step.tsx';
import { usePortal } from '../portal.ts';

/** The receipt: the code, the personal link (shown here and never again), and what comes next. */
export function DonePage({ submitted: { request, personalLink } }: { submitted: ReplyOf<typeof submitRequest> }) {
  const { words, base } = usePortal();
  const [copied, setCopied] = useState(false);
  const link = personalLink && `${location.origin}${base}/link#${personalLink}`;
  const copy = () => navigator.clipboard.writeText(link ?? '').then(() => setCopied(true));
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
          {words.done.keypad}: <Ltr>{request.keypadCode}</Ltr>
        </p>
      </div>
      <Card title={words.done.next} tone="lively">
        <NextStep request={request} />
      </Card>
      {link && (
        <Card title={words.done.link}>
          <p>
            <bdi dir="ltr" class="address">
              {link}
            </bdi>
          </p>
          <p class="hint">{words.done.linkHint}</p>
          <p class="actions">
            <Button kind="quiet" onClick={copy}>
              {copied ? words.done.copied : words.done.copy}
            </Button>
            <Button kind="quiet" onClick={() => print()}>
              {words.done.print}
            </Button>
          </p>
        </Card>
      )}
      <p class="actions">
        <LinkButton href={`${base}/requests/${request.id}`}>{words.done.open}</LinkButton>
      </p>
    </>
  );
}
