import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { usePortal } from './portal.ts';
import { QrCode } from './qr-code.tsx';

/** The secret address of one request, to copy, to scan or to print; it is shown once and kept nowhere. */
export function PersonalLink({ secret }: { secret: string }) {
  const { words, base } = usePortal();
  const [copied, setCopied] = useState(false);
  const address = `${location.origin}${base}/link#${secret}`;
  const copy = () => navigator.clipboard.writeText(address).then(() => setCopied(true));
  return (
    <>
      <div class="beside-qr">
        <QrCode text={address} label={words.done.qr} />
        <div>
          <p>
            <bdi dir="ltr" class="address">
              {address}
            </bdi>
          </p>
          <p class="hint">{words.done.linkHint}</p>
        </div>
      </div>
      <p class="actions">
        <Button kind="quiet" onClick={copy}>
          {copied ? words.done.copied : words.done.copy}
        </Button>
        <Button kind="quiet" onClick={() => print()}>
          {words.done.print}
        </Button>
      </p>
    </>
  );
}
