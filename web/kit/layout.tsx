import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Appearance } from './appearance.tsx';
import { LANGUAGE_NAMES, type Language } from './language.ts';
import { Offline } from './offline.tsx';
import { followLinks, hasMoved } from './router.ts';
import { useSpeech } from './speech.ts';

type LayoutProps = {
  /** Links below it stay inside the app. */
  readonly base: string;
  readonly service: string;
  readonly authority: string;
  /** The same page in the other language. */
  readonly other?: { readonly language: Language; readonly href: string } | undefined;
  readonly nav?: ComponentChildren;
  readonly wide?: boolean;
  readonly footer?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** What is around every page: the way past the header, who speaks, in which language, and who is behind it. */
export function Layout({ base, service, authority, other, nav, wide = false, footer, children }: LayoutProps) {
  const { words } = useSpeech();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is clicked; this only keeps them in the app.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click.
    <div class={wide ? 'page page-wide' : 'page'} onClick={followLinks(base)}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="header">
        <div class="inside">
          <a class="brand" href={base}>
            <strong>{service}</strong> <span>{authority}</span>
          </a>
          {other && (
            <a
              class="language"
              href={other.href}
              hreflang={other.language}
              lang={other.language}
              dir={other.language === 'fa' ? 'rtl' : 'ltr'}
            >
              {LANGUAGE_NAMES[other.language]}
            </a>
          )}
        </div>
        {nav && (
          <nav class="nav">
            <div class="inside">{nav}</div>
          </nav>
        )}
      </header>
      <Offline />
      <main class="inside main" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="footer">
        <div class="inside">
          {footer}
          <p>{authority}</p>
          <Appearance />
        </div>
      </footer>
    </div>
  );
}

/** The head of a page. It names the window and, when one page has followed another, takes the focus: readers are told of it. */
export function PageTitle({ title, lead, back }: { title: string; lead?: string; back?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    if (!hasMoved()) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      {back && <p class="back">{back}</p>}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead && <p class="lead">{lead}</p>}
    </>
  );
}
