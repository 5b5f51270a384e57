import { announce, type DrawRecord, type DrawState, draw } from '../../domain/draw.ts';
import type { LedgerEntry, Post } from '../../domain/ledger.ts';
import { type Office, policiesOf } from '../../domain/office.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Queues } from '../../domain/ports/queues.ts';
import type { InLine } from '../../domain/queue.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { sha256 } from './chain-ledger.ts';

export type DrawNeeds = { readonly queues: Queues; readonly ledger: Ledger; readonly keys: Keys };

type Asked = { readonly line: readonly InLine[]; readonly places: number; readonly at: Instant };

/**
 * Whose turn it is at a post that draws lots: urgent cases, then who has won before; then everybody if there are turns enough,
 * else the winners of a draw that was announced in time. Announces one where there is none.
 */
export const drawnHeads = async (
  post: Post,
  { line, places, at }: Asked,
  unit: string,
  office: Office,
  needs: DrawNeeds,
): Promise<readonly InLine[]> => {
  if (line.length <= places) return line;
  const state = await needs.queues.draws(post);
  const hasWon = ({ id, since }: InLine) => state.winners.some((won) => won.id === id && won.since === since);
  const first = line.filter((one) => one.rank === 0);
  const winners = line.filter((one) => one.rank !== 0 && hasWon(one));
  const others = line.filter((one) => one.rank !== 0 && !hasWon(one));
  const sure = [...first, ...inOrderOf(state, winners)];
  if (sure.length >= places) return sure;
  const { announced } = state;
  if (!announced) {
    const drawsAt = plusMinutes(at, policiesOf(office, unit).drawNoticeHours * 60);
    const next = announce(state, { secret: secretOf(post, state.number + 1, needs.keys), drawsAt }, sha256);
    await needs.queues.saveDraws(post, next.state, entryOf('draw-announced', next.record, at));
    await needs.queues.lookAgain(post, drawsAt);
    return sure;
  }
  if (at < announced.drawsAt) {
    await needs.queues.lookAgain(post, announced.drawsAt);
    return sure;
  }
  const { head, waiting } = await needs.ledger.next(post, 1);
  const isAnnouncementChained = !waiting.some(({ entry }) => entry.at < announced.drawsAt);
  if (!isAnnouncementChained) {
    await needs.queues.lookAgain(post, plusMinutes(at, 1));
    return sure;
  }
  const secret = secretOf(post, state.number + 1, needs.keys);
  const kept = { ...state, announced, winners: winners.map(({ id, since }) => ({ id, since })) };
  const next = draw(kept, { secret, head, places: places - sure.length, line: others }, sha256);
  const saved = await needs.queues.saveDraws(post, next.state, entryOf('drawn', next.record, at));
  if (!saved.agreed) return sure;
  return [...first, ...inOrderOf(next.state, line)];
};

/** Nobody keeps it: it is made again from the city's key, and nobody without that key can make it. */
const secretOf = ({ city, official }: Post, number: number, keys: Keys): string =>
  keys.hash(city, 'draw', `${official} ${number}`);

const inOrderOf = ({ winners }: DrawState, line: readonly InLine[]): InLine[] =>
  winners.flatMap(({ id }) => line.find((one) => one.id === id) ?? []);

const entryOf = (act: 'draw-announced' | 'drawn', record: DrawRecord, at: Instant): LedgerEntry => ({
  ...{ at, act, reason: 'draw', by: 'office', code: '', waitingSince: at, urgent: false, holds: [], leaves: [] },
  draw: record,
});
