import { generate } from 'lean-qr';
import { useEffect, useRef } from 'preact/hooks';
import type { RequestView } from '../../../contract/request-view.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Card, Ltr, SummaryList } from '../../kit/lists.tsx';
import { useConsole } from '../console.ts';

/** The slip that the citizen takes home: the code, and the personal link as a QR code. The link is shown this once. */
export function Slip({ request, link }: { request: RequestView; link: string }) {
  const { words, base, city, language } = useConsole();
  const canvas = useRef<HTMLCanvasElement>(null);
  const address = `${location.origin}/${city.id}/${language}/link#${link}`;
  useEffect(() => {
    if (canvas.current) generate(address).toCanvas(canvas.current);
  }, [address]);
  return (
    <Card title={city.branding.service} tone="lively">
      <p>{city.branding.authority}</p>
      <canvas class="qr" ref={canvas} role="img" aria-label={words.slip.scan} />
      <p>{words.slip.scan}</p>
      <SummaryList
        rows={[
          {
            term: words.slip.code,
            value: (
              <strong>
                <Ltr>{request.code}</Ltr>
              </strong>
            ),
          },
          { term: words.slip.keypad, value: <Ltr>{request.keypadCode}</Ltr> },
          { term: words.slip.next, value: `${request.next.owner.says} · ${request.next.deadline.says}` },
        ]}
      />
      <p class="actions">
        <Button onClick={() => print()}>{words.slip.print}</Button>
        <LinkButton kind="quiet" href={`${base}/cases/${request.id}`}>
          {words.slip.open}
        </LinkButton>
      </p>
    </Card>
  );
}
