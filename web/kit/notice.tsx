import type { ComponentChildren } from 'preact';

type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

/** A boxed remark. `alert` lets screen readers say it at once. */
export function Notice({
  kind = 'info',
  title,
  alert = false,
  children,
}: {
  kind?: NoticeKind;
  title?: string;
  alert?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class={`notice notice-${kind}`} {...(alert && { role: 'alert' })}>
      {title && <h2 class="notice-title">{title}</h2>}
      {children}
    </div>
  );
}

/** A short word on the state of something. */
export function Tag({ kind = 'info', children }: { kind?: NoticeKind | 'plain'; children: ComponentChildren }) {
  return <span class={`tag tag-${kind}`}>{children}</span>;
}
