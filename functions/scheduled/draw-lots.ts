import { announce, type DrawRecord, type DrawState, draw } from '../../domain/draw.ts';
import type { LedgerEntry, Post } from '../../domain/ledger.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Queues } from '../../domain/ports/queues.ts';
import type { InLine } from '../../domain/queue.ts';
import { type Instant, later, plusMinutes } from '../../domain/time.ts';
import { sha256 } from './chain-ledger.ts';

export type DrawNeeds = { readonly queues: Queues; readonly ledger: Ledger; readonly keys: Keys };

type Asked = {
  readonly post: Post;
  readonly line: readonly InLine[];
  readonly places: number;
  readonly at: Instant;
  /** Between the announcement of a draw and the draw. */
  readonly noticeHours: number;
};

/**
 * Whose turn it is at a post that draws lots: everybody if there are turns enough; else urgent cases, who has won before, and
 * the winners of a draw that was announced in time. Announces one where there is none.
 */
export const drawnHeads = async (asked: Asked, needs: DrawNeeds): Promise<readonly InLine[]> => {
  const { post, line, places, at } = asked;
  if (line.length <= places) return line;
  const state = await needs.queues.draws(post);
  const sure = sureOf(line, state);
  if (sure.length >= places) return sure;
  if (!state.announced) {
    await announceNext(asked, state, needs);
    return sure;
  }
  const next = await drawNow(asked, { ...state, announced: state.announced }, needs);
  if (typeof next !== 'string') return sureOf(line, next);
  await needs.queues.lookAgain(post, later(next, plusMinutes(at, 1)));
  return sure;
};

/** Urgent cases, then winners in the order in which they were drawn. */
const sureOf = (line: readonly InLine[], { winners }: DrawState): InLine[] => [
  ...line.filter(({ rank }) => rank === 0),
  ...winners.flatMap((won) => line.find((one) => one.rank !== 0 && one.id === won.id && one.since === won.since) ?? []),
];

const announceNext = async ({ post, at, noticeHours }: Asked, state: DrawState, needs: DrawNeeds): Promise<void> => {
  const drawsAt = plusMinutes(at, noticeHours * 60);
  const next = announce(state, { secret: secretOf(post, state.number + 1, needs.keys), drawsAt }, sha256);
  await needs.queues.saveDraws(post, next.state, entryOf('draw-announced', next.record, at));
  await needs.queues.lookAgain(post, drawsAt);
};

type Announced = DrawState & { readonly announced: NonNullable<DrawState['announced']> };

/** @returns where the draws stand now, or when to try again: not before its moment, nor before its announcement is chained */
const drawNow = async (
  { post, line, places, at }: Asked,
  state: Announced,
  needs: DrawNeeds,
): Promise<DrawState | Instant> => {
  const { drawsAt } = state.announced;
  if (at < drawsAt) return drawsAt;
  const { head, waiting } = await needs.ledger.next(post, 1);
  if (waiting.some(({ entry }) => entry.at < drawsAt)) return at;
  const sure = sureOf(line, state);
  const pool = line.filter((one) => !sure.includes(one));
  const kept = { ...state, winners: sure.filter(({ rank }) => rank !== 0).map(({ id, since }) => ({ id, since })) };
  const secret = secretOf(post, state.number + 1, needs.keys);
  const next = draw(kept, { secret, head, places: places - sure.length, line: pool }, sha256);
  const saved = await needs.queues.saveDraws(post, next.state, entryOf('drawn', next.record, at));
  return saved.agreed ? next.state : at;
};

/** Nobody keeps it: it is made again from the city's key, and nobody without that key can make it. */
const secretOf = ({ city, official }: Post, number: number, keys: Keys): string =>
  keys.hash(city, 'draw', `${official} ${number}`);

const entryOf = (act: 'draw-announced' | 'drawn', record: DrawRecord, at: Instant): LedgerEntry => ({
  ...{ at, act, reason: 'draw', by: 'office', code: '', waitingSince: at, urgent: false, holds: [], leaves: [] },
  draw: record,
});
