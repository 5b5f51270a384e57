import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Says that something was done, and takes the focus, so that nobody is left at a button that is gone. */
export function SaidDone({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="notice notice-success" role="status" tabIndex={-1} ref={box}>
      {children}
    </div>
  );
}
