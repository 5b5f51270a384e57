import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { LettersItem } from '../../adapters/dynamo/stored-letters.ts';
import { isSettled } from '../../domain/order.ts';
import type { Request } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import type { Item } from '../../local/table/attribute-value.ts';
import { WAITS } from '../../workflows/meeting-request.ts';
import { tokenOf } from './machine.ts';
import { type Actor, type Case, caseOf, clockOf, requestOf, type State, slotOf, waitOf } from './state.ts';
import { SLOT_ID } from './town.ts';

/** What must never be; `stuck` and `late` are found by the search, which alone sees where a state can lead. */
export type Violation =
  | 'early'
  | 'acted-twice'
  | 'written-twice'
  | 'version-skipped'
  | 'letter-twice'
  | 'replaced-run-left-token'
  | 'switch-off'
  | 'unpublished'
  | 'closed-with-open-order'
  | 'slot-held-twice'
  | 'slot-lost'
  | 'fault'
  | 'stuck';

/** What a write is judged by: the request before and after, who wrote it when, and what it wrote. */
export type Write = {
  readonly before: Request | undefined;
  readonly after: Request;
  readonly by: Pick<Actor, 'does'>;
  readonly writes: number;
  readonly at: Instant;
  readonly items: readonly Item[];
};

type Memory = Pick<Case, 'letters' | 'passed'>;

/** Judges one write, and remembers of it what the next must not repeat. */
export const judged = (
  { before, after, by, writes, at, items }: Write,
  kept: Memory,
): { bad: Violation[]; memory: Memory } => {
  const bad: Violation[] = [];
  const isDuty = by.does === 'duty';
  if (isDuty && before && before.until > at) bad.push('early');
  const passed = isDuty && before ? `${before.status} ${before.step} ${before.until}` : kept.passed;
  if (isDuty && passed === kept.passed) bad.push('acted-twice');
  if (!isDuty && writes > 1) bad.push('written-twice');
  if (after.version !== (before?.version ?? 0) + 1) bad.push('version-skipped');
  if (after.status === 'closed' && after.metAt !== undefined && !after.orders.every(isSettled))
    bad.push('closed-with-open-order');
  // Letters of other turns, objections and disputes are other letters; those of an earlier stage cannot come again.
  const stage = stageOf(after);
  const letters = kept.letters.filter((letter) => letter.startsWith(stage));
  for (const { template, to, facts } of items.flatMap(lettersOf)) {
    const text = `${stage} ${JSON.stringify([template, to, facts.order, before?.status])}`;
    if (letters.includes(text)) bad.push('letter-twice');
    letters.push(text);
  }
  return { bad, memory: { letters: letters.toSorted(), passed } };
};

const lettersOf = (item: Item) =>
  item.sk && 'S' in item.sk && item.sk.S.startsWith('EVENTS#')
    ? (z.parse(LettersItem, unmarshall(item as never)).letters ?? [])
    : [];
/** Counts that only ever rise. */
const stageOf = ({ turns, objections, passes, moves, rung, orders }: Request): string => {
  const disputes = orders.map(({ disputes, renewals, rung: at }) => `${disputes}.${renewals}.${at}`);
  return [turns, objections, passes, moves, rung, ...disputes].join('/');
};

/** What can be seen of a state by itself. */
export const stateFaults = ({ cases, slot, clock, actors }: State): Violation[] => {
  const bad: Violation[] = [];
  const all = cases.map((id) => ({ id, request: requestOf(id), wait: waitOf(id) }));
  for (const { request, wait } of all) {
    if (request && wait && request.status !== 'closed' && wait.expectedBy === undefined) bad.push('switch-off');
    if (request && wait && actors.length === 0 && !isPublished(request, wait)) bad.push('unpublished');
  }
  const users = all.filter(({ request }) => request && uses(request));
  const kept = slotOf(slot);
  if (users.length > 1 || users.some(({ request }) => kept?.holder !== request?.id)) bad.push('slot-held-twice');
  const isHeldForGood = kept?.holder !== undefined && kept.holdUntil === undefined && kept.startsAt > clockOf(clock);
  if (isHeldForGood && actors.length === 0 && users.length === 0) bad.push('slot-lost');
  return bad;
};

/** Nobody is left who would publish it. */
const isPublished = (request: Request, wait: Pick<Request, 'step' | 'until'>): boolean =>
  wait.step === request.step && wait.until === request.until;

const uses = (request: Request): boolean =>
  request.status !== 'closed' &&
  request.status !== 'waiting' &&
  request.status !== 'submitted' &&
  request.appointment?.slot === SLOT_ID;

/** One run at the right wait, with the right timer, its token where it is looked for, and the switch armed; or all is over. */
export const isWell = (id: number): boolean => {
  const [request, wait] = [requestOf(id), waitOf(id)];
  if (!request || !wait || request.status === 'closed') return true;
  const { runs } = caseOf(id);
  const run = runs.find((one) => one.run === wait.run);
  if (run?.phase !== 'waiting' || request.step === 'closed') return false;
  const isThere = run.state === WAITS[request.step] && run.firesAt === request.until && wait.taskToken === tokenOf(run);
  return (
    isThere && wait.tokenVersion === wait.version && wait.step === request.step && wait.expectedBy === request.until
  );
};
