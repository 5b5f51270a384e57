import './admin.css';
import type { ComponentChildren } from 'preact';
import { PageTitle } from '../../kit/layout.tsx';
import { useConsole } from '../console.ts';
import { useAdminWords } from './admin.ts';

/** What of a city is administered, each on a page of its own below `/admin`. */
export const SECTIONS = [
  ...(['units', 'officials', 'topics', 'venues', 'users', 'partners'] as const),
  ...(['policies', 'calendar', 'holidays', 'city'] as const),
] as const;
type Section = (typeof SECTIONS)[number];

type SectionPageProps = { readonly section: Section; readonly lead?: string; readonly children: ComponentChildren };

/** One section of the administration, beneath the way to all others. */
export function SectionPage({ section, lead, children }: SectionPageProps) {
  const { base } = useConsole();
  const { sections, title } = useAdminWords();
  return (
    <>
      <PageTitle title={sections[section].title} {...(lead && { lead })} />
      <nav class="tabs" aria-label={title}>
        {SECTIONS.map((name) => (
          <a key={name} href={`${base}/admin/${name}`} {...(name === section && { 'aria-current': 'page' as const })}>
            {sections[name].title}
          </a>
        ))}
      </nav>
      {children}
    </>
  );
}
