import type * as z from 'zod/mini';
import type { LivePlaceView, VisitView } from '../contract/live-place.ts';
import { livePlace } from '../domain/live-place.ts';
import type { Office } from '../domain/office.ts';
import { sayPlace } from '../domain/say-place.ts';
import type { Instant } from '../domain/time.ts';
import { stationOf, type Visit } from '../domain/visit.ts';

type Reader = { readonly office: Office; readonly language: string; readonly at: Instant };

export const viewPlace = (
  visits: readonly Visit[],
  number: number,
  { office, language, at }: Reader,
): z.input<typeof LivePlaceView> => {
  const place = livePlace(visits, number, at);
  return { ...place, says: sayPlace(place, { locale: language, timeZone: office.city.timeZone }) };
};

export const viewVisit = (visit: Visit, visits: readonly Visit[], reader: Reader): z.input<typeof VisitView> => ({
  ...visit,
  station: stationOf(visit),
  place: viewPlace(visits, visit.number, reader),
});
