import type { showCitySettings } from '../../contract/staff/city.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';

export const answer: Answer<typeof showCitySettings, unknown> = async ({ office }) => {
  const { calendar: _, policies: __, ...settings } = office.city;
  return agree(settings);
};
