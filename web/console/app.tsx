import { useMemo, useState } from 'preact/hooks';
import { citizenClient } from '../api/citizen-client.ts';
import { staffClient } from '../api/staff-client.ts';
import { both } from '../kit/both.ts';
import { wearBrand } from '../kit/brand.ts';
import type { Language } from '../kit/language.ts';
import { Layout } from '../kit/layout.tsx';
import { usePath } from '../kit/router.ts';
import { SpeechProvider, speechOf } from '../kit/speech.ts';
import { Loaded, useAnswer } from '../kit/use-answer.tsx';
import { type Console, ConsoleProvider } from './console.ts';
import { Navigation } from './navigation.tsx';
import { Page } from './routes.tsx';
import { ChooseCity } from './sign-in/choose-city.tsx';
import { accessToken, forgetTokens, isSignedIn } from './sign-in/oidc.ts';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import type { ConsoleWords } from './words/fa.ts';

const NOWHERE = { timeZone: 'UTC', calendarSystem: {} };

type AppProps = {
  /** Absent as long as no city was chosen. */
  readonly cityId: string | undefined;
  readonly language: Language;
  readonly words: ConsoleWords;
  /** A sign-in came back without success. */
  readonly failed: boolean;
};

/** The staff's console: sign in, choose the city, work. */
export function App({ cityId, language, words, failed }: AppProps) {
  const [signedIn, setSignedIn] = useState(isSignedIn);
  const end = () => {
    forgetTokens();
    setSignedIn(false);
  };
  const outside = useMemo(() => speechOf(language, words.kit, NOWHERE), [language, words]);
  if (signedIn && cityId) return <City {...{ cityId, language, words, end }} />;
  return (
    <SpeechProvider value={outside}>
      <Layout base="/console" service={words.page.title} authority="">
        {signedIn ? <ChooseCity {...{ language, words }} /> : <SignInPage {...{ language, words, failed }} />}
      </Layout>
    </SpeechProvider>
  );
}

type CityProps = Pick<AppProps, 'language' | 'words'> & { readonly cityId: string; readonly end: () => void };

function City({ cityId, language, words, end }: CityProps) {
  const call = useMemo(
    () => staffClient({ city: cityId, language, token: accessToken, signInNeeded: end }),
    [cityId, language],
  );
  const ask = useMemo(() => citizenClient({ city: cityId, language }), [cityId, language]);
  const asked = useAnswer(() => both(ask('show-city'), call('who-am-i')), [call, ask]);
  const place = asked.answer?.agreed ? asked.answer.value[0] : NOWHERE;
  const speech = useMemo(() => speechOf(language, words.kit, place), [language, words, place]);
  const base = `/console/${cityId}/${language}`;
  return (
    <SpeechProvider value={speech}>
      {asked.answer?.agreed ? (
        <Desk context={{ base, city: asked.answer.value[0], me: asked.answer.value[1], language, words, call, ask }} />
      ) : (
        <Layout base="/console" service={words.page.title} authority="">
          <Loaded from={asked}>{() => undefined}</Loaded>
        </Layout>
      )}
    </SpeechProvider>
  );
}

function Desk({ context }: { context: Console }) {
  const { base, city, language } = context;
  const page = usePath().slice(base.length);
  wearBrand(city.branding);
  const otherLanguage: Language = language === 'fa' ? 'en' : 'fa';
  const other = city.locales.includes(otherLanguage)
    ? { language: otherLanguage, href: `/console/${city.id}/${otherLanguage}${page}` }
    : undefined;
  const { service, authority } = city.branding;
  return (
    <ConsoleProvider value={context}>
      <Layout {...{ base, service, authority, other }} wide nav={<Navigation page={page} />}>
        <Page path={page} />
      </Layout>
    </ConsoleProvider>
  );
}
