import { searchKey } from '../../domain/text.ts';
import { type Office, postsOf, unitsOf } from './office.ts';
import type { PaperRow } from './paper-row.ts';

/** Whom a paper is addressed to, as it names both. */
export type Place = Pick<PaperRow, 'unit' | 'official'>;

type Post =
  /** `isNew`: added by this import, so that a part of the system may not know it for half a minute. */
  { readonly id: string; readonly isNew: boolean } | { readonly reason: 'unit-unknown' | 'official-unknown' };

export type Posts = { of(place: Place): Post };

/** Adds what the city lacks, and says under which id. */
export type Maker = {
  unit(name: string, isTaken: (id: string) => boolean): Promise<string>;
  official(title: string, unit: string, isTaken: (id: string) => boolean): Promise<string>;
};

type Named = { readonly id: string; readonly name: string; readonly unit?: string };

/** Finds the posts that papers are addressed to, by name or id. Without a maker, what the city lacks stays unknown. */
export const findPosts = async (
  places: readonly Place[],
  office: Office,
  { language, maker }: { readonly language: string; readonly maker?: Maker | undefined },
): Promise<Posts> => {
  const units: Named[] = await unitsOf(office, language);
  const lists = await Promise.all(units.map(({ id }) => postsOf(office, id, language)));
  const officials: Named[] = lists.flat().map(({ id, unit, title }) => ({ id, unit, name: title }));
  const isTaken = (known: readonly Named[]) => (id: string) => known.some((one) => one.id === id);

  const unitOf = async (name: string): Promise<string | undefined> => {
    const known = units.find((unit) => isCalled(unit, name))?.id;
    if (known !== undefined || !maker) return known;
    const id = await maker.unit(name, isTaken(units));
    units.push({ id, name });
    return id;
  };
  const postOf = async (place: Place): Promise<Post> => {
    const unit = await unitOf(place.unit);
    if (unit === undefined) return { reason: 'unit-unknown' };
    const known = officials.find((post) => post.unit === unit && isCalled(post, place.official));
    if (known) return { id: known.id, isNew: false };
    if (!maker) return { reason: 'official-unknown' };
    const id = await maker.official(place.official, unit, isTaken(officials));
    officials.push({ id, unit, name: place.official });
    return { id, isNew: true };
  };

  const found = new Map<string, Post>();
  for (const place of places) if (!found.has(keyOf(place))) found.set(keyOf(place), await postOf(place));
  return { of: (place) => found.get(keyOf(place)) ?? { reason: 'official-unknown' } };
};

export const keyOf = ({ unit, official }: Place): string => JSON.stringify([searchKey(unit), searchKey(official)]);

const isCalled = ({ id, name }: Named, wanted: string): boolean =>
  id === wanted || searchKey(name) === searchKey(wanted);
