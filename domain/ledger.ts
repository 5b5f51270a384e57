import * as z from 'zod/mini';
import type { Change } from './change.ts';
import { DrawRecord, drawText } from './draw.ts';
import { standsSince } from './queue.ts';
import type { Appointment, Request } from './request.ts';
import type { Sha256 } from './sha256.ts';
import { Instant } from './time.ts';
import { By, EVENT_KINDS, type EventKind } from './timeline.ts';

const TURN_ACTS = ['offered', 'passed', 'lapsed', 'given', 'moved', 'released', 'missed', 'jumped'] as const;
const DRAW_ACTS = ['draw-announced', 'drawn'] as const;
type TurnAct = (typeof TURN_ACTS)[number];

/** What happened to a turn of a post, and why. It names nobody: who holds the tracking code knows its last symbols again. */
export const LedgerEntry = z.object({
  at: Instant,
  /** `jumped`: offered or given although others stood before. */
  act: z.enum([...TURN_ACTS, ...DRAW_ACTS]),
  /** The event of the request's timeline that it came with. */
  reason: z.enum([...EVENT_KINDS, 'draw']),
  /** The reason code: why others were passed, or what took a turn away. */
  why: z.optional(z.string()),
  by: By.shape.actor,
  /** Empty where a whole queue is meant. */
  code: z.string(),
  /** The place in the queue: whoever has waited longer comes first, but for urgent cases. */
  waitingSince: Instant,
  urgent: z.boolean(),
  /** The confirmed priority class, or why it is urgent. */
  priority: z.optional(z.string()),
  /** The slots that the request has from now on, and those that it had and has no longer. */
  holds: z.array(z.string()),
  leaves: z.array(z.string()),
  draw: z.optional(DrawRecord),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** A line of the chain: its hash covers all of it, and the hash of the line before. */
export const LedgerLine = z.extend(LedgerEntry, { number: z.int(), previous: z.string(), hash: z.string() });
export type LedgerLine = z.infer<typeof LedgerLine>;

/** The last line of a post's chain. */
export const LedgerHead = z.object({ number: z.int(), hash: z.string() });
export type LedgerHead = z.infer<typeof LedgerHead>;
export const NO_LINES: LedgerHead = { number: 0, hash: '' };

/** Whose ledger it is. */
export type Post = { readonly city: string; readonly official: string };

/** The entry that a decision leaves in the ledger of a post; nothing if it touches no turn. */
export const ledgerEntryOf = (
  { before, after, events: [cause] }: Change,
  at: Instant,
): { official: string; entry: LedgerEntry } | undefined => {
  const act = cause && jumpedIf(cause.facts?.why !== undefined, actOf(before, after, cause.kind));
  if (!act) return undefined;
  const [had, has] = [slotsOf(before), slotsOf(after)];
  return {
    official: has.length > 0 ? after.official : before.official,
    entry: {
      ...{ at, act, reason: cause.kind, by: cause.by.actor, code: maskedCode(after.code) },
      ...(cause.facts?.why !== undefined && { why: cause.facts.why }),
      ...{ waitingSince: standsSince(after), urgent: after.urgent ?? false },
      ...('priority' in after && after.priority !== undefined && { priority: after.priority }),
      ...{ holds: has, leaves: had.filter((slot) => !has.includes(slot)) },
    },
  };
};

/** Whoever is offered or given a turn for a reason code was given it out of order. */
const jumpedIf = (hasReason: boolean, act: TurnAct | undefined): TurnAct | undefined =>
  hasReason && (act === 'offered' || act === 'given') ? 'jumped' : act;

const actOf = (before: Request, after: Request, cause: EventKind): TurnAct | undefined => {
  const [had, has] = [turnOf(before), turnOf(after)];
  if (has) return had === undefined ? 'given' : had.slot === has.slot ? undefined : 'moved';
  if (had) return after.noShows > before.noShows ? 'missed' : 'released';
  if (after.status === 'offered') return slotsOf(before).join() === slotsOf(after).join() ? undefined : 'offered';
  if (before.status !== 'offered') return undefined;
  return cause === 'offer-passed' ? 'passed' : cause === 'offer-lapsed' ? 'lapsed' : 'released';
};

/** The turn that a request has, or had when it was met: a meeting uses a turn up and gives none back. */
const turnOf = (request: Request): Appointment | undefined => {
  switch (request.status) {
    case 'scheduled':
    case 'met':
    case 'in-follow-up':
    case 'awaiting-confirmation':
      return request.appointment;
    case 'closed':
      return request.metAt === undefined ? undefined : request.appointment;
    default:
      return undefined;
  }
};

const slotsOf = (request: Request): string[] => {
  const turn = turnOf(request);
  return turn ? [turn.slot] : request.status === 'offered' ? request.offered.map(({ slot }) => slot) : [];
};

const SHOWN_SYMBOLS = 3;

export const maskedCode = (code: string): string => `•••${code.slice(-SHOWN_SYMBOLS)}`;

/** Makes lines of entries, behind the last line of their post. */
export const chainOf = (
  post: Post,
  head: LedgerHead,
  entries: readonly LedgerEntry[],
  digest: Sha256,
): LedgerLine[] => {
  const lines: LedgerLine[] = [];
  let { number, hash: previous } = head;
  for (const entry of entries) {
    number += 1;
    const hash = digest(textOf(post, { ...entry, number, previous }));
    lines.push({ ...entry, number, previous, hash });
    previous = hash;
  }
  return lines;
};

/** All that a hash covers, as a list, so that nothing depends on the order in which a store keeps fields. */
const textOf = ({ city, official }: Post, line: Omit<LedgerLine, 'hash'>): string => {
  const { number, previous, at, act, reason, by, code, waitingSince, urgent, holds, leaves } = line;
  const { why = null, priority = null, draw = null } = line;
  return JSON.stringify([
    ...[city, official, number, previous, at, act, reason],
    ...[by, code, waitingSince, urgent, holds, leaves],
    ...[why, priority, draw && drawText(draw)],
  ]);
};

/** Where a ledger is not as it was written: at this line, or (cut off) behind its last one. */
export type Edit = { readonly line: number; readonly found: 'altered' | 'out-of-place' | 'cut-off' };

/**
 * The first place at which somebody changed, removed, added or moved a line. Whoever rewrites everything from a line on, and
 * the head too, is found only by comparing the head with one that was noted elsewhere before.
 */
export const findEdit = (
  post: Post,
  { lines, head }: { readonly lines: readonly LedgerLine[]; readonly head: LedgerHead },
  digest: Sha256,
): Edit | undefined => {
  let last = NO_LINES;
  for (const line of lines) {
    const due = last.number + 1;
    if (line.number !== due || line.previous !== last.hash) return { line: due, found: 'out-of-place' };
    if (line.hash !== digest(textOf(post, line))) return { line: due, found: 'altered' };
    last = line;
  }
  return last.number === head.number && last.hash === head.hash
    ? undefined
    : { line: last.number + 1, found: 'cut-off' };
};
