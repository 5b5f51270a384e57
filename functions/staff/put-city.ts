import type { putCity } from '../../contract/staff/city.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly directory: Directory };

export const answer: Answer<typeof putCity, Needs> = ({ city, office, body }, { directory }) => {
  const { calendar, policies } = office.city;
  return directory.put(city, 'city', { ...body, id: city, calendar, policies });
};
