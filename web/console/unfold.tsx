import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type UnfoldProps = {
  readonly title: string;
  /** Of those with one name, one is open at a time. */
  readonly name?: string;
  readonly children: ComponentChildren;
};

/** A part that is there only while it is open: nothing is asked for it before, and no form stands twice on a page. */
export function Unfold({ title, name, children }: UnfoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details {...(name && { name })} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}
