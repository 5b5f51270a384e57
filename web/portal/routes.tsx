import { LinkButton } from '../kit/button.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { type Pages, pageAt } from '../kit/route.ts';
import { later } from './later.tsx';
import { PORTAL_ROUTES, type PortalRoute } from './paths.ts';
import { useDoorway } from './portal.ts';
import { StartPage } from './start-page.tsx';

const AskPage = later(() => import('./ask/ask-page.tsx').then((module) => module.AskPage));
const TrackPage = later(() => import('./track-page.tsx').then((module) => module.TrackPage));
const LinkPage = later(() => import('./track-page.tsx').then((module) => module.LinkPage));
const MinePage = later(() => import('./mine-page.tsx').then((module) => module.MinePage));
const CasePage = later(() => import('./case/case-page.tsx').then((module) => module.CasePage));

const TicketPage = later(() => import('./case/ticket-page.tsx').then((module) => module.TicketPage));
const TimetablePage = later(() => import('./timetable-page.tsx').then((module) => module.TimetablePage));
const UnitTimetablePage = later(() => import('./timetable-page.tsx').then((module) => module.UnitTimetablePage));
const InfoPage = later(() => import('./info/info-page.tsx').then((module) => module.InfoPage));

const PAGES: Pages<PortalRoute> = {
  '/': () => <StartPage />,
  '/ask/whom': () => <AskPage step="whom" />,
  '/ask/what': () => <AskPage step="what" />,
  '/ask/you': () => <AskPage step="you" />,
  '/ask/contact': () => <AskPage step="contact" />,
  '/ask/check': () => <AskPage step="check" />,
  '/ask/done': () => <AskPage step="done" />,
  '/track': () => <TrackPage />,
  '/link': () => <LinkPage />,
  '/my': () => <MinePage />,
  '/requests/:id': ({ id }) => <CasePage key={id} id={id} />,
  '/requests/:id/ticket': ({ id }) => <TicketPage key={id} id={id} />,
  '/timetable': () => <TimetablePage />,
  '/timetable/:unit': ({ unit }) => <UnitTimetablePage key={unit} unit={unit} />,
  '/help': () => <InfoPage about="help" />,
  '/privacy': () => <InfoPage about="privacy" />,
  '/accessibility': () => <InfoPage about="accessibility" />,
  '*': () => <NotFound />,
};

/** The page at a path below `/{city}/{language}`. */
export function Page({ path }: { path: string }) {
  return pageAt(PORTAL_ROUTES, PAGES, path);
}

function NotFound() {
  const { words, base } = useDoorway();
  return (
    <>
      <PageTitle title={words.kit.notFound} lead={words.kit.notFoundLead} />
      <p class="actions">
        <LinkButton href={base}>{words.kit.toStart}</LinkButton>
        <LinkButton kind="quiet" href={`${base}/track`}>
          {words.start.track}
        </LinkButton>
      </p>
    </>
  );
}
