import { Fragment } from 'preact';
import { useEffect } from 'preact/hooks';
import { later } from '../kit/later.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { type Pages, pageAt } from '../kit/route.ts';
import { navigate } from '../kit/router.ts';
import { laterAdmin } from './admin/later.tsx';
import { useConsole } from './console.ts';
import { firstPageOf } from './navigation.tsx';
import { NotFound } from './not-found.tsx';
import { CONSOLE_ROUTES, type ConsoleRoute } from './paths.ts';

const DeskPage = later(() => import('./desk/desk-page.tsx').then((module) => module.DeskPage));
const CasePage = later(() => import('./case/case-page.tsx').then((module) => module.CasePage));
const SessionsPage = later(() => import('./session/sessions-page.tsx').then((module) => module.SessionsPage));
const SessionPage = later(() => import('./session/session-page.tsx').then((module) => module.SessionPage));
const OrdersPage = later(() => import('./order/orders-page.tsx').then((module) => module.OrdersPage));
const QueuePage = later(() => import('./queue/queue-page.tsx').then((module) => module.QueuePage));
const DayPage = later(() => import('./day/day-page.tsx').then((module) => module.DayPage));
const PostSessionsPage = later(() =>
  import('./session/post-sessions-page.tsx').then((module) => module.PostSessionsPage),
);
const TemplatesPage = later(() => import('./post/templates-page.tsx').then((module) => module.TemplatesPage));
const AbsencesPage = later(() => import('./post/absences-page.tsx').then((module) => module.AbsencesPage));
const ClosurePage = later(() => import('./closure/closure-page.tsx').then((module) => module.ClosurePage));
const JobPage = later(() => import('./closure/job-page.tsx').then((module) => module.JobPage));
const CallsPage = later(() => import('./calls-page.tsx').then((module) => module.CallsPage));
const FindPage = later(() => import('./find-page.tsx').then((module) => module.FindPage));
const RegisterPage = later(() => import('./register/register-page.tsx').then((module) => module.RegisterPage));

const AdminPage = laterAdmin(() => import('./admin/admin-page.tsx').then((module) => module.AdminPage));
const PoliciesPage = laterAdmin(() =>
  import('./admin/policies/policies-page.tsx').then((module) => module.PoliciesPage),
);
const CalendarPage = laterAdmin(() =>
  import('./admin/calendar/calendar-page.tsx').then((module) => module.CalendarPage),
);
const HolidaysPage = laterAdmin(() =>
  import('./admin/calendar/holidays-page.tsx').then((module) => module.HolidaysPage),
);
const CityPage = laterAdmin(() => import('./admin/city/city-page.tsx').then((module) => module.CityPage));
const DirectoryPage = laterAdmin(() =>
  import('./admin/directory/directory-page.tsx').then((module) => module.DirectoryPage),
);
const LedgersPage = laterAdmin(() => import('./admin/ledger/ledgers-page.tsx').then((module) => module.LedgersPage));
const LedgerPage = laterAdmin(() => import('./admin/ledger/ledger-page.tsx').then((module) => module.LedgerPage));
const OutcomePage = later(() => import('./outcome/outcome-page.tsx').then((module) => module.OutcomePage));
const ScanPage = later(() => import('./scan/scan-page.tsx').then((module) => module.ScanPage));
const CaseBriefPage = later(() => import('./brief/brief-pages.tsx').then((module) => module.CaseBriefPage));
const SessionBriefPage = later(() => import('./brief/brief-pages.tsx').then((module) => module.SessionBriefPage));
const AgendaPage = later(() => import('./order/agenda-page.tsx').then((module) => module.AgendaPage));
const OrderPage = later(() => import('./order/order-page.tsx').then((module) => module.OrderPage));
const WorkPage = later(() => import('./work/work-page.tsx').then((module) => module.WorkPage));
const EscalationsPage = later(() => import('./work/escalations-page.tsx').then((module) => module.EscalationsPage));
const CommitteesPage = later(() => import('./committee/committees-page.tsx').then((module) => module.CommitteesPage));
const CommitteePage = later(() => import('./committee/committee-page.tsx').then((module) => module.CommitteePage));

const PAGES: Pages<ConsoleRoute> = {
  '/': () => <Home />,
  '/desk': () => <DeskPage />,
  '/desk/:unit': ({ unit }) => <DeskPage unit={unit} />,
  '/desk/:unit/queue/:official': ({ unit, official }) => <QueuePage key={official} {...{ unit, official }} />,
  '/desk/:unit/:pile': ({ unit, pile }) => <DeskPage unit={unit} pile={pile} />,
  '/cases/:id': ({ id }) => <CasePage key={id} id={id} />,
  '/cases/:id/outcome': ({ id }) => <OutcomePage key={id} id={id} />,
  '/cases/:id/brief': ({ id }) => <CaseBriefPage key={id} id={id} />,
  '/cases/:id/scans/:document': ({ id, document }) => <ScanPage key={document} id={id} document={document} />,
  '/sessions': () => <SessionsPage />,
  '/sessions/:id': ({ id }) => <SessionPage key={id} id={id} />,
  '/orders': () => <OrdersPage />,
  '/orders/:request/:number': ({ request, number }) => (
    <OrderPage key={`${request}-${number}`} request={request} number={number} />
  ),
  '/work': () => <WorkPage />,
  '/escalations': () => <EscalationsPage />,
  '/committees': () => <CommitteesPage />,
  '/committees/:id': ({ id }) => <CommitteePage key={id} id={id} />,
  '/sessions/:id/agenda': ({ id }) => <AgendaPage key={id} session={id} />,
  '/sessions/:id/brief': ({ id }) => <SessionBriefPage key={id} session={id} />,
  '/sessions/:id/day': ({ id }) => <DayPage key={id} id={id} />,
  '/posts/:unit/:official/templates': (post) => <TemplatesPage key={post.official} {...post} />,
  '/posts/:unit/:official/absences': (post) => <AbsencesPage key={post.official} {...post} />,
  '/posts/:unit/:official/:view': (post) => <PostSessionsPage {...post} />,
  '/posts/:unit/:official/:view/:on': (post) => <PostSessionsPage {...post} />,
  '/closure': () => <ClosurePage />,
  '/closure/:job': ({ job }) => <JobPage key={job} job={job} />,
  '/calls': () => <CallsPage />,
  '/find': () => <FindPage />,
  '/register': () => <RegisterPage />,
  '/admin': () => <AdminPage />,
  '/admin/policies': () => <PoliciesPage />,
  '/admin/calendar': () => <CalendarPage />,
  '/admin/holidays': () => <HolidaysPage />,
  '/admin/city': () => <CityPage />,
  '/admin/:kind': ({ kind }) => <DirectoryPage key={kind} kind={kind} />,
  '/admin/:kind/new': ({ kind }) => <DirectoryPage key={`${kind}/new`} kind={kind} isNew />,
  '/admin/:kind/:id': ({ kind, id }) => <DirectoryPage key={`${kind}/${id}`} kind={kind} id={id} />,
  '/ledger': () => <LedgersPage />,
  '/ledger/:unit/:official': ({ unit, official }) => <LedgerPage key={official} {...{ unit, official }} />,
  '*': () => <NotFound />,
};

/** The page at a path below `/console/{city}/{language}`; each comes as a script of its own when it is first opened. */
export function Page({ path }: { path: string }) {
  return pageAt(CONSOLE_ROUTES, PAGES, path);
}

/** The first page that this person's roles open: whoever only carries out orders has no desk. */
function Home() {
  const { words, base, me } = useConsole();
  const page = firstPageOf(me.permissions);
  useEffect(() => {
    if (page) navigate(`${base}/${page}`, { replace: true });
  }, [page]);
  return page ? <Fragment /> : <PageTitle title={words.nav.nothing} />;
}
