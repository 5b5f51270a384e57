import { LANGUAGE_NAMES, LANGUAGES } from '../kit/language.ts';

type ListedCity = { readonly id: string; readonly name: Readonly<Record<string, string>>; readonly locales: readonly string[] };

/** The cities that this deployment serves, as links; too small a page for a library. */
const show = async (): Promise<void> => {
  const response = await fetch('/config.json');
  const { cities }: { cities: readonly ListedCity[] } = await response.json();
  document.querySelector('#cities')?.replaceChildren(...cities.map(entryOf));
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

void show();
