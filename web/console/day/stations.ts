/** What happens to a turn on its day, one after the other. */
const STATIONS = ['arrived', 'called', 'in', 'out'] as const;
export type Station = (typeof STATIONS)[number];

/** What comes next for a turn; by phone or video nobody arrives. Nothing after the last, or where nobody came. */
export const nextStation = (
  visit: { readonly station?: Station | undefined; readonly missedAt?: string | undefined } | undefined,
  isInPerson: boolean,
): Station | undefined => {
  if (visit?.missedAt !== undefined) return undefined;
  if (visit?.station === undefined) return isInPerson ? 'arrived' : 'called';
  return STATIONS[STATIONS.indexOf(visit.station) + 1];
};
