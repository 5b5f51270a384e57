import { generate } from 'lean-qr/nano';
import { useEffect, useRef } from 'preact/hooks';

/** A text as a QR code, dark on white by any scheme, so that every reader of codes reads it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) generate(text).toCanvas(canvas.current);
  }, [text]);
  return <canvas class="qr" ref={canvas} role="img" aria-label={label} />;
}
