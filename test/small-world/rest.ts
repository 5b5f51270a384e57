import * as z from 'zod/mini';
import { marshall } from '../../adapters/dynamo/expression.ts';
import { hotItemOf, orderItemOf } from '../../adapters/dynamo/stored-request.ts';
import { Request } from '../../domain/request.ts';
import { Ticket } from '../../domain/ticket.ts';
import { type Instant, instantAt, instantOf, localDateOf, plusDays, plusSeconds, toMillis } from '../../domain/time.ts';
import type { Item } from '../../local/table/attribute-value.ts';
import { tokenOf } from './machine.ts';
import { placeOf } from './small-table.ts';
import { type Case, caseOf, clockOf, numbered, requestOf, type State, texts, waitOf } from './state.ts';
import { TODAY } from './town.ts';

/**
 * A world in which nobody is in the middle of anything is told without its history, so that the same situation is the same
 * state however it came about:
 * - Days are counted from today. The clock is set back to the last hour that a rule asks for (see HOURS), but for the second
 *   before a deadline (`isSharp`); what the sweeper's switch counts from now goes back with it.
 * - What lies in the past was "long ago", however long.
 * - Of versions and runs, only whether they are the present ones is left; a token is the present one, or one of nobody.
 * Every rule and condition compares one of these for equality with the present one, or asks whether an instant has come; so
 * none of them tells two such worlds apart.
 */
const DAY = 24 * 3600 * 1000;
const LONG_AGO = instantAt(plusDays(TODAY, -2), '00:00', 'UTC');
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
/** Midnight, the turn's begin and end, the limit for moving it, and the office's close. */
const HOURS = ['00:00:00', '10:00:00', '10:20:00', '12:00:00', '17:00:00'];
const OLDER = 4;
const PRESENT = 5;
/** A version of the request that was never published, as it brought no other next step. */
const UNPUBLISHED = 6;
/** From the eighth on, the sweeper waits as long as ever. */
const MOST_SWEEPS = 8;

/** Whoever wrote last is given so long to wake the execution before the sweeper looks. */
export const GRACE_SECONDS = 60;

const NEVER = { S: LONG_AGO };

/** How the instants of a state at rest are told: the clock as it was and as it is set, and the days in between. */
type Telling = { readonly clock: Instant; readonly days: number; readonly back: number; readonly isResting: boolean };

export const withoutHistory = (
  state: State,
  { isResting, isSharp }: { isResting: boolean; isSharp: boolean },
): State => {
  const clock = clockOf(state.clock);
  const days = (Date.parse(localDateOf(clock, 'UTC')) - Date.parse(TODAY)) / DAY;
  const time = clock.slice(11, 19);
  const hour = isSharp ? time : (HOURS.findLast((known) => known <= time) ?? time);
  const set = `${TODAY}T${hour}.000Z`;
  const telling = { clock, days, isResting, back: toMillis(clock) - days * DAY - toMillis(set) };
  return {
    ...state,
    cases: [caseAtRest(state.cases[0], telling), caseAtRest(state.cases[1], telling)],
    ...{ slot: partAtRest(state.slot, telling), clock: numbered(set), hurry: isResting ? 0 : state.hurry },
  };
};

const told = (text: string, { clock, days }: Telling): string =>
  text.replaceAll(INSTANT, (instant) => (instant <= clock ? LONG_AGO : instantOf(toMillis(instant) - days * DAY)));

const known = new Map<string, number>();
const once = (id: number, { clock, back, isResting }: Telling, find: () => number): number => {
  const question = `${id},${clock},${back},${isResting}`;
  const found = known.get(question) ?? find();
  known.set(question, found);
  return found;
};
const caseAtRest = (id: number, telling: Telling): number => once(id, telling, () => numbered(rested(id, telling)));
const partAtRest = (id: number, telling: Telling): number =>
  once(id, telling, () => texts.idOf(told(texts.textOf(id), telling)));

const rested = (id: number, telling: Telling): Case => {
  const [request, wait, kase] = [requestOf(id), waitOf(id), caseOf(id)];
  if (!request) return kase;
  const versionOf = (version: number | string) => (Number(version) === wait?.version ? PRESENT : OLDER);
  const runOf = (run: number | string) => (Number(run) === wait?.run ? PRESENT : OLDER);
  const ofTicket = (ticket: Ticket): Ticket => ({
    ...ticket,
    ...{
      version: String(versionOf(ticket.version)),
      run: String(runOf(ticket.run)),
      until: told(ticket.until, telling),
    },
  });
  const ofInput = (input: string) => {
    const ticket = ofTicket(z.parse(Ticket, JSON.parse(input)));
    // The first wait refuses an older version, whatever else the ticket says.
    return JSON.stringify(ticket.version === String(OLDER) ? { ...ticket, step: 'triage', until: LONG_AGO } : ticket);
  };
  const runs = kase.runs.map(({ firesAt, ...run }) => ({
    ...{ ...run, run: runOf(run.run), input: ofInput(run.input), ticket: ofTicket(run.ticket), task: 0 },
    ...(firesAt !== undefined && { firesAt: told(firesAt, telling) }),
  }));
  const token = kase.runs.find((run) => run.phase === 'waiting' && tokenOf(run) === wait?.taskToken);
  const ofWait = ({ sweepAgainAt = NEVER, ...item }: Item): Item => ({
    ...item,
    ...{ run: { N: String(PRESENT) }, version: { N: String(PRESENT) }, runInput: { S: ofInput(wait?.runInput ?? '') } },
    ...(item.until && { until: { S: told(wait?.until ?? '', telling) } }),
    sweeps: { N: String(Math.min(MOST_SWEEPS, wait?.sweeps ?? 0)) },
    ...switchAt({ ...item, sweepAgainAt }, wait ?? {}, telling),
    ...(wait?.taskToken !== undefined && {
      taskToken: { S: `${request.id}|${token ? `${runOf(token.run)}|0` : 'gone'}` },
      tokenVersion: { N: String(versionOf(wait.tokenVersion ?? 0)) },
    }),
  });
  const others = Object.values(kase.items).filter((item) => !placeOf(item).includes(' CORE#'));
  const version = request.version === wait?.version ? PRESENT : UNPUBLISHED;
  const items = [
    ...stored({ ...request, version }, telling),
    ...others.map((item) => (placeOf(item).endsWith(' WAIT') ? ofWait(item) : item)),
  ];
  return {
    items: Object.fromEntries(
      items.map((item) => [placeOf(item), item] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    ...{
      runs,
      ended: kase.ended
        .map(runOf)
        .filter((run) => run === PRESENT)
        .slice(0, 1),
      letters: kase.letters,
    },
    ...(!telling.isResting && kase.passed && { passed: told(kase.passed, telling) }),
  };
};

/** The switch as a token has set it is a deadline; as a publication or a sweep has set it, it counts from then, until the sweeper may look. */
const switchAt = (item: Item, { until, sweeps = 0 }: { until?: Instant; sweeps?: number }, telling: Telling): Item => {
  const changed: Item = {};
  for (const name of ['expectedBy', 'dueAt', 'sweepAgainAt']) {
    const value = item[name];
    if (!value || !('S' in value)) continue;
    // Nobody asks when to sweep again where nobody has swept, or where that has come.
    if (name === 'sweepAgainAt' && (sweeps === 0 || value.S <= telling.clock)) continue;
    if (plusSeconds(value.S, GRACE_SECONDS) <= telling.clock) {
      changed[name] = NEVER;
      continue;
    }
    const counted = instantOf(toMillis(value.S) - telling.days * DAY - telling.back);
    changed[name] = { S: value.S === until ? told(value.S, telling) : counted };
  }
  return changed;
};

/** How a deadline was counted is told to people; no rule reads it. */
const COUNTED = /"sum":\{[^{}]*\}/g;

const stored = (request: Request, telling: Telling): Item[] => {
  const isOver = request.status === 'closed' && { deadline: { ...request.deadline, at: LONG_AGO } };
  const text = told(JSON.stringify({ ...request, ...isOver }), telling);
  const plain = z.parse(Request, JSON.parse(text.replaceAll(COUNTED, `"sum":{"kind":"fixed","from":"${LONG_AGO}"}`)));
  return [hotItemOf(plain), ...plain.orders.map((order) => orderItemOf(plain, order))].map(
    (item) => marshall(item) as Item,
  );
};
