import { useEffect, useRef } from 'preact/hooks';

/** Says what was just done. It takes the focus, so that nobody is lost when the form that they used goes away. */
export function Told({ text, round }: { text: string; round: number }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (round > 0) line.current?.focus();
  }, [round]);
  if (round === 0) return null;
  return (
    <p class="notice notice-success" role="status" tabIndex={-1} ref={line}>
      {text}
    </p>
  );
}
