import { Fragment } from 'preact';
import { useEffect } from 'preact/hooks';
import { LinkButton } from '../kit/button.tsx';
import { later } from '../kit/later.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { type Pages, pageAt } from '../kit/route.ts';
import { navigate } from '../kit/router.ts';
import { useConsole } from './console.ts';
import { firstPageOf } from './navigation.tsx';
import { CONSOLE_ROUTES, type ConsoleRoute } from './paths.ts';

const DeskPage = later(() => import('./desk/desk-page.tsx').then((module) => module.DeskPage));
const CasePage = later(() => import('./case/case-page.tsx').then((module) => module.CasePage));
const SessionsPage = later(() => import('./session/sessions-page.tsx').then((module) => module.SessionsPage));
const SessionPage = later(() => import('./session/session-page.tsx').then((module) => module.SessionPage));
const OrdersPage = later(() => import('./order/orders-page.tsx').then((module) => module.OrdersPage));
const CallsPage = later(() => import('./calls-page.tsx').then((module) => module.CallsPage));
const FindPage = later(() => import('./find-page.tsx').then((module) => module.FindPage));
const RegisterPage = later(() => import('./register/register-page.tsx').then((module) => module.RegisterPage));

const PAGES: Pages<ConsoleRoute> = {
  '/': () => <Home />,
  '/desk': () => <DeskPage />,
  '/desk/:unit': ({ unit }) => <DeskPage unit={unit} />,
  '/desk/:unit/queue/:official': ({ unit, official }) => <DeskPage unit={unit} official={official} />,
  '/desk/:unit/:pile': ({ unit, pile }) => <DeskPage unit={unit} pile={pile} />,
  '/cases/:id': ({ id }) => <CasePage key={id} id={id} />,
  '/sessions': () => <SessionsPage />,
  '/sessions/:id': ({ id }) => <SessionPage key={id} id={id} />,
  '/orders': () => <OrdersPage />,
  '/calls': () => <CallsPage />,
  '/find': () => <FindPage />,
  '/register': () => <RegisterPage />,
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

function NotFound() {
  const { words, base } = useConsole();
  return (
    <>
      <PageTitle title={words.kit.notFound} lead={words.kit.notFoundLead} />
      <p class="actions">
        <LinkButton href={base}>{words.kit.toStart}</LinkButton>
      </p>
    </>
  );
}
