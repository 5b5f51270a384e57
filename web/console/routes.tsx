import { useEffect } from 'preact/hooks';
import { PageTitle } from '../kit/layout.tsx';
import { navigate } from '../kit/router.ts';
import { CallsPage } from './calls-page.tsx';
import { CasePage } from './case/case-page.tsx';
import { useConsole } from './console.ts';
import { DeskPage } from './desk/desk-page.tsx';
import { FindPage } from './find-page.tsx';
import { firstPageOf } from './navigation.tsx';
import { OrdersPage } from './order/orders-page.tsx';
import { RegisterPage } from './register/register-page.tsx';
import { SessionPage } from './session/session-page.tsx';
import { SessionsPage } from './session/sessions-page.tsx';

/** The page at a path below `/console/{city}/{language}`. */
export function Page({ path }: { path: string }) {
  const { words } = useConsole();
  const [, first = '', second, third, fourth] = path.split('/');
  switch (first) {
    case '':
      return <Home />;
    case 'desk':
      return <DeskPage unit={second} pile={third} official={fourth} />;
    case 'cases':
      return <CasePage key={second} id={second ?? ''} />;
    case 'sessions':
      return second ? <SessionPage key={second} id={second} /> : <SessionsPage />;
    case 'orders':
      return <OrdersPage />;
    case 'calls':
      return <CallsPage />;
    case 'find':
      return <FindPage />;
    case 'register':
      return <RegisterPage />;
    default:
      return <PageTitle title={words.kit.notFound} />;
  }
}

/** The first page that this person's roles open: whoever only carries out orders has no desk. */
function Home() {
  const { words, base, me } = useConsole();
  const page = firstPageOf(me.permissions);
  useEffect(() => {
    if (page) navigate(`${base}/${page}`, { replace: true });
  }, [page]);
  return page ? null : <PageTitle title={words.nav.nothing} />;
}
