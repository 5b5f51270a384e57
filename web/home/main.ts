import type { ListedCity } from '../../contract/pages/listed-city.ts';
import { listedCities } from '../api/listed-city.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../kit/language.ts';
import { chooseScheme, readScheme } from '../kit/scheme.ts';

/** The cities that this deployment serves, as links; too small a page for a library. */
const show = async (): Promise<void> => {
  const cities = await listedCities();
  if (cities.agreed) document.querySelector('#cities')?.replaceChildren(...cities.value.map(entryOf));
};

const entryOf = (city: ListedCity): HTMLLIElement => {
  const entry = document.createElement('li');
  entry.className = 'card card-lively';
  const heading = document.createElement('h2');
  heading.textContent = Object.values(city.name).join(' · ');
  const links = LANGUAGES.filter((language) => city.locales.includes(language)).map((language) => {
    const link = document.createElement('a');
    link.className = 'button';
    link.href = `/${city.id}/${language}`;
    link.hreflang = link.lang = language;
    link.textContent = LANGUAGE_NAMES[language];
    return link;
  });
  const actions = document.createElement('p');
  actions.className = 'actions';
  actions.append(...links);
  entry.append(heading, actions);
  return entry;
};

chooseScheme(readScheme());
void show();
