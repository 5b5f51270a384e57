import { findPosts, keyOf, type Place } from './find-posts.ts';
import { inLanes } from './in-lanes.ts';
import { makerIn } from './make-units.ts';
import { type CityFacts, factsOf, type Office, topicOf, unitsOf } from './office.ts';
import type { Columns, PaperRow } from './paper-row.ts';
import { readRows } from './read-rows.ts';
import { registerRow } from './register-row.ts';
import { registrationOf, rejectionOf } from './registration-of.ts';
import { rowKeys } from './row-keys.ts';
import type { Tally } from './tally.ts';

/** So many calls are under way at once. */
const LANES = 16;

export type Paper = {
  readonly file: string;
  readonly columns: Columns;
  /** Whether the meetings were held already, so that only their outcome is to be written down. */
  readonly asMet: boolean;
  readonly makeUnits: boolean;
  readonly topic?: string | undefined;
};

type Progress = {
  readonly tally: Tally;
  readonly onTotal: (rows: number) => void;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Registers each row of a paper file in an office, once: reads it twice, first to know its length and its posts. May be stopped
 * and repeated at any time. Throws `ImportError` with what a person has to mend.
 */
export const importFile = async (paper: Paper, office: Office, { tally, onTotal, signal }: Progress): Promise<void> => {
  const facts = await factsOf(office);
  const topic = await topicOf(office, paper.topic);
  const { total, places } = await survey(paper, facts);
  onTotal(total);
  const { language } = facts;
  const maker = paper.makeUnits ? makerIn(office, { ...facts, top: await topUnitOf(office, facts) }) : undefined;
  const posts = await findPosts(places, office, { language, maker });

  const register = async ({ row, key }: { row: PaperRow; key: string }): Promise<void> => {
    const rejection = rejectionOf(row, facts);
    if (rejection) return tally.add(row.number, rejection);
    const post = posts.of(row);
    if ('reason' in post) return tally.add(row.number, post);
    const body = registrationOf(row, facts, { official: post.id, topic, asMet: paper.asMet });
    tally.add(row.number, await registerRow(office, { body, key, isNewPost: post.isNew }));
  };
  await inLanes(keyedRows(paper, office.city), register, { lanes: LANES, signal });
};

/** How many rows there are, and whom those that can be registered are addressed to. */
const survey = async ({ file, columns }: Paper, facts: CityFacts): Promise<{ total: number; places: Place[] }> => {
  const places = new Map<string, Place>();
  let total = 0;
  for await (const row of readRows(file, columns)) {
    total += 1;
    if (!rejectionOf(row, facts) && !places.has(keyOf(row))) places.set(keyOf(row), row);
  }
  return { total, places: [...places.values()] };
};

async function* keyedRows({ file, columns }: Paper, city: string) {
  const keyOfRow = rowKeys(city);
  for await (const row of readRows(file, columns)) yield { row, key: keyOfRow(row) };
}

const topUnitOf = async (office: Office, { language }: CityFacts): Promise<string> =>
  (await unitsOf(office, language)).find(({ kind }) => kind === 'headquarters')?.id ?? '';
