import type { ListedCity } from '../../../contract/pages/listed-city.ts';
import { usernameIn } from '../../../domain/account-name.ts';
import type { Answered } from '../../api/client.ts';
import { listedCities } from '../../api/listed-city.ts';
import { staffClient } from '../../api/staff-client.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import type { Language } from '../../kit/language.ts';
import { PageTitle } from '../../kit/layout.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import type { ConsoleWords } from '../words/fa.ts';
import { accessToken, accountName, signOut } from './oidc.ts';

type ChooseCityProps = { readonly language: Language; readonly words: ConsoleWords };

/** The cities that know this account; the only one is entered at once. */
export function ChooseCity({ language, words }: ChooseCityProps) {
  const cities = useAnswer(() => citiesOfMine(language), [language]);
  const addressOf = ({ id, locales }: ListedCity): string =>
    `/console/${id}/${locales.includes(language) ? language : (locales[0] ?? 'en')}`;
  return (
    <>
      <PageTitle title={words.signIn.city} />
      <Loaded from={cities}>
        {(mine) => {
          const [only] = mine;
          if (only && mine.length === 1) location.replace(addressOf(only));
          if (!only) {
            return (
              <Notice kind="warning">
                <p>{words.signIn.noCity}</p>
                <Button kind="quiet" onClick={() => void signOut()}>
                  {words.signIn.leave}
                </Button>
              </Notice>
            );
          }
          return (
            <p class="actions">
              {mine.map((city) => (
                <LinkButton key={city.id} href={addressOf(city)}>
                  {city.name[language] ?? city.id}
                </LinkButton>
              ))}
            </p>
          );
        }}
      </Loaded>
    </>
  );
}

/** An account's name begins with its city; a city that has the same beginning as another is asked too. */
const citiesOfMine = async (language: string): Promise<Answered<readonly ListedCity[]>> => {
  const cities = await listedCities();
  if (!cities.agreed) return cities;
  const named = cities.value.filter(({ id }) => usernameIn(id, accountName()) !== undefined);
  const known = await Promise.all(
    named.map(({ id }) => staffClient({ city: id, language, token: accessToken })('who-am-i')),
  );
  return { agreed: true, value: named.filter((_, index) => known[index]?.agreed) };
};
