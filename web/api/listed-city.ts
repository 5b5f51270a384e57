import type { ListedCity } from '../../contract/pages/listed-city.ts';
import type { Answered } from './client.ts';

/** The cities of this deployment, from the file that is put beside the pages. */
export const listedCities = async (): Promise<Answered<readonly ListedCity[]>> => {
  try {
    const { cities }: { cities: readonly ListedCity[] } = await (await fetch('/config.json')).json();
    return { agreed: true, value: cities };
  } catch {
    return { agreed: false, problem: { type: 'unreachable', title: '', status: 0 } };
  }
};
