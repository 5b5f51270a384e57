import type { ComponentChildren } from 'preact';

type Look = 'main' | 'quiet' | 'danger';

/** A button; while busy it stays focusable and does nothing. */
export function Button({
  kind = 'main',
  type = 'button',
  busy = false,
  onClick,
  children,
}: {
  kind?: Look;
  type?: 'button' | 'submit';
  busy?: boolean;
  onClick?: () => void;
  children: ComponentChildren;
}) {
  return (
    <button type={type} class={`button button-${kind}`} aria-disabled={busy} onClick={() => !busy && onClick?.()}>
      {children}
    </button>
  );
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton({
  href,
  kind = 'main',
  children,
}: {
  href: string;
  kind?: Look;
  children: ComponentChildren;
}) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {children}
    </a>
  );
}
