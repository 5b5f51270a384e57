import { useMemo, useState } from 'preact/hooks';
import { citizenClient } from '../api/citizen-client.ts';
import { wearBrand } from '../kit/brand.ts';
import type { Language } from '../kit/language.ts';
import { Layout, PageTitle } from '../kit/layout.tsx';
import { usePath } from '../kit/router.ts';
import { SpeechProvider, speechOf } from '../kit/speech.ts';
import { Loaded, useAnswer } from '../kit/use-answer.tsx';
import { type CitizenSession, keepSession, readSession } from './citizen-session.ts';
import { type Doorway, DoorwayProvider } from './portal.ts';
import { Page } from './routes.tsx';
import type { DoorwayWords } from './words/fa.ts';

const NOWHERE = { timeZone: 'UTC', calendarSystem: {} };

type AppProps = { readonly cityId: string; readonly language: Language; readonly words: DoorwayWords };

/** The portal of one city in one language. */
export function App({ cityId, language, words }: AppProps) {
  const [session, setSession] = useState(() => readSession(cityId));
  const signIn = (next: CitizenSession | undefined): void => {
    keepSession(cityId, next);
    setSession(next);
  };
  const call = useMemo(
    () =>
      citizenClient({
        city: cityId,
        language,
        token: async () => readSession(cityId)?.token,
        signInNeeded: () => signIn(undefined),
      }),
    [cityId, language],
  );
  const asked = useAnswer(() => call('show-city'), [call]);
  const city = asked.answer?.agreed ? asked.answer.value : undefined;
  const speech = useMemo(() => speechOf(language, words.kit, city ?? NOWHERE), [language, words, city]);
  const base = `/${cityId}/${language}`;
  return (
    <SpeechProvider value={speech}>
      {city ? (
        <City doorway={{ base, city, language, words, call, session, signIn }} />
      ) : (
        <Layout base={base} service={words.page.title} authority="">
          {asked.answer && <PageTitle title={words.kit.problemTitle} />}
          <Loaded from={asked}>{() => undefined}</Loaded>
          {asked.answer && <a href="/">{words.kit.toStart}</a>}
        </Layout>
      )}
    </SpeechProvider>
  );
}

/** The pages in the city's own name and colour. */
function City({ doorway }: { doorway: Doorway }) {
  const { base, city, language } = doorway;
  const { service, authority } = city.branding;
  const page = usePath().slice(base.length);
  wearBrand(city.branding);
  const otherLanguage: Language = language === 'fa' ? 'en' : 'fa';
  const other = city.locales.includes(otherLanguage)
    ? { language: otherLanguage, href: `/${city.id}/${otherLanguage}${page}` }
    : undefined;
  return (
    <DoorwayProvider value={doorway}>
      <Layout {...{ base, service, authority, other }} footer={<FootLinks {...doorway} />}>
        <Page path={page} />
      </Layout>
    </DoorwayProvider>
  );
}

const FOOT = ['timetable', 'help', 'privacy', 'accessibility'] as const;

function FootLinks({ base, words: { foot } }: Doorway) {
  return (
    <nav class="foot-links" aria-label={foot.label}>
      {FOOT.map((page) => (
        <a key={page} href={`${base}/${page}`}>
          {foot[page]}
        </a>
      ))}
    </nav>
  );
}
