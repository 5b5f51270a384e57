import { type DrawRecord, lotsOf, ticketOf } from './draw.ts';
import { type LedgerLine, maskedCode } from './ledger.ts';
import type { Office } from './office.ts';
import { classOfRank, type InLine, standsSince } from './queue.ts';
import type { Request } from './request.ts';
import type { Sha256 } from './sha256.ts';
import type { Instant } from './time.ts';

/** Somebody who asked later and came earlier, and why. The code is masked; nobody is named. */
type Passer = { readonly code: string; readonly reason: string };

/** A draw that this request took part in: which lot it had, of how many, for how many turns. */
export type Lot = { readonly draw: number; readonly lot: number; readonly of: number; readonly places: number };

/** How a request came to its place: who was before it, who passed it and why, and what was drawn. */
export type Explanation = {
  /** How many had asked before, and waited when it did. */
  readonly before: number;
  readonly passed: readonly Passer[];
  readonly lots: readonly Lot[];
  /** There was more than could be looked through: the numbers are the least that they can be. */
  readonly isCut: boolean;
};

/** Somebody who stands before the request now. */
export type Ahead = InLine & { readonly code: string };

/** What is known of a post's queue: its latest lines, oldest first, and who stands before the request now. */
export type QueueStory = {
  readonly lines: readonly LedgerLine[];
  readonly ahead: readonly Ahead[];
  readonly isCut: boolean;
};

const REACHED: readonly string[] = ['offered', 'given', 'jumped'];
const BACK: readonly string[] = ['passed', 'lapsed', 'released', 'missed'];

/**
 * Explains a place from the ledger and the queue alone. Only while the request waited could anybody pass it; who asked
 * before it stood before it anyway, whatever reason they had.
 */
export const explain = (request: Request, story: QueueStory, office: Office, digest: Sha256): Explanation => {
  const since = standsSince(request);
  const reached = whileWaiting(request, story.lines);
  const now = story.ahead.map((one) => ({ ...one, reason: classOfRank(one.rank, office)?.id ?? 'urgent' }));
  const served = reached.map(({ code, waitingSince, why, priority, urgent, reason }) => ({
    ...{ code, since: waitingSince },
    reason: why ?? priority ?? (urgent ? 'urgent' : reason),
  }));
  // Who was offered a turn, passed it and stands in the queue again is counted once.
  const all = [...new Map([...served, ...now].map((one) => [one.since + one.code, one])).values()];
  const later = all.filter((one) => one.since > since);
  const isDrawn = story.lines.some(({ draw }) => draw?.drawn);
  return {
    before: all.length - later.length,
    passed: isDrawn ? later.filter(({ reason }) => reason !== 'offered') : later,
    lots: story.lines.flatMap(({ draw }) => (draw ? lotOf(request.id, draw, digest) : [])),
    isCut: story.isCut,
  };
};

const whileWaiting = (request: Request, lines: readonly LedgerLine[]): LedgerLine[] => {
  const own = maskedCode(request.code);
  const times: readonly Instant[] = [standsSince(request), request.submittedAt];
  const reached: LedgerLine[] = [];
  let waits = true;
  for (const line of lines) {
    if (request.acceptedAt === undefined || line.at < request.acceptedAt) continue;
    if (line.code === own && times.includes(line.waitingSince)) {
      if (REACHED.includes(line.act)) waits = false;
      if (BACK.includes(line.act)) waits = true;
    } else if (waits && REACHED.includes(line.act)) reached.push(line);
  }
  return reached;
};

const lotOf = (request: string, { number, drawn }: DrawRecord, digest: Sha256): Lot[] => {
  if (!drawn) return [];
  const lot = lotsOf(drawn, digest).indexOf(ticketOf(request, digest)) + 1;
  return lot === 0 ? [] : [{ draw: number, lot, of: drawn.pool.length, places: drawn.places }];
};
