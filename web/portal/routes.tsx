import { LinkButton } from '../kit/button.tsx';
import { later } from '../kit/later.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { usePortal } from './portal.ts';
import { StartPage } from './start-page.tsx';

const AskPage = later(() => import('./ask/ask-page.tsx').then((module) => module.AskPage));
const TrackPage = later(() => import('./track-page.tsx').then((module) => module.TrackPage));
const LinkPage = later(() => import('./track-page.tsx').then((module) => module.LinkPage));
const MinePage = later(() => import('./mine-page.tsx').then((module) => module.MinePage));
const CasePage = later(() => import('./case/case-page.tsx').then((module) => module.CasePage));

/** The page at a path below `/{city}/{language}`. */
export function Page({ path }: { path: string }) {
  const [, first = '', second] = path.split('/');
  switch (first) {
    case '':
      return <StartPage />;
    case 'ask':
      return <AskPage step={second ?? 'whom'} />;
    case 'track':
      return <TrackPage />;
    case 'link':
      return <LinkPage />;
    case 'my':
      return <MinePage />;
    case 'requests':
      return second ? <CasePage id={second} /> : <NotFound />;
    default:
      return <NotFound />;
  }
}

function NotFound() {
  const { words, base } = usePortal();
  return (
    <>
      <PageTitle title={words.notFound.title} lead={words.notFound.lead} />
      <LinkButton href={base}>{words.notFound.home}</LinkButton>
    </>
  );
}
