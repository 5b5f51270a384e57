import { marshall } from '../../adapters/dynamo/expression.ts';
import { slotKey } from '../../adapters/dynamo/keys.ts';
import type { Item } from '../../local/table/attribute-value.ts';
import type { Move } from './changes.ts';
import { Moves } from './moves.ts';
import { placeOf } from './small-table.ts';
import { type Case, clockOf, type Left, numbered, requestOf, type State } from './state.ts';
import { CITY, OPENING, REQUESTS, SLOT_ID, slotAt } from './town.ts';
import type { Scenario, World } from './world.ts';

const NOBODY: Case = { items: {}, runs: [], ended: [], letters: [] };
const TURN = slotAt('2026-06-10T10:00:00.000Z', '2026-06-10T10:20:00.000Z');

const empty = (left: Left, hasTurn: boolean): State => {
  const item = marshall({ ...slotKey(CITY, SLOT_ID), ...TURN }) as Item;
  const items = hasTurn ? { [placeOf(item)]: item } : {};
  return {
    ...{ cases: [numbered(NOBODY), numbered(NOBODY)], slot: numbered(items), actors: [], clock: numbered(OPENING) },
    ...{ left: numbered(left), hurry: 0, deployed: 0 },
  };
};

const leftIn = ({ acts, decisions, citizens, crashes = 0, kills = 0, redeploys = 0 }: Scenario): Left => {
  const rights = REQUESTS.slice(0, citizens).flatMap((name) => [
    ...Object.entries(acts).map(([act, times]) => [`${name} ${act}`, times] as const),
    ...(decisions === undefined ? [] : [[`${name} decisions`, decisions] as const]),
  ]);
  return Object.fromEntries([...rights, ['crash', crashes], ['kill', kills], ['redeploy', redeploys]]);
};

/** Lets what happens by itself happen, until everybody is at rest or, if need be, the act makes sense. */
const settle = async (moves: Moves, state: State): Promise<State> => {
  for (let now = state; ; ) {
    if (moves.moments.isResting(now)) return now;
    const next = (await moves.from(now)).find((move) => isOfItself(move));
    if (!next) throw new Error('A world that nobody disturbs comes to rest');
    now = next.state;
  }
};
const isOfItself = ({ isFair, says, isLong }: Move): boolean => isFair && !isLong && says !== 'redeploy';

/** The first state of a scenario: what has happened before, each act with all that it causes, and then the rights of the search. */
export const firstState = async (world: World): Promise<State> => {
  const { scenario } = world;
  const acts = Object.fromEntries(scenario.before.map((act) => [act, 9]));
  const { decisions: _, crashes: __, kills: ___, ...undisturbed } = scenario;
  const before: World = { ...world, scenario: { ...undisturbed, acts, redeploys: 0 } };
  const moves = new Moves(before);
  let state = empty(leftIn(before.scenario), scenario.turn !== 'none');
  for (const act of scenario.before) {
    for (const name of REQUESTS.slice(0, scenario.citizens))
      state = await settle(moves, await begun(moves, state, `${name}: ${act} begins`));
  }
  return { ...state, left: numbered(leftIn(scenario)) };
};

/** Days pass, where an act cannot be done before: nobody arrives before their turn. */
const begun = async (moves: Moves, state: State, says: string): Promise<State> => {
  for (let now = state, days = 0; days < 40; days += 1) {
    const all = await moves.from(now);
    const act = all.find((move) => move.says === says);
    const begins =
      says.endsWith('arrive begins') && clockOf(now.clock) < (requestOf(now.cases[0])?.appointment?.startsAt ?? '');
    if (act && !begins) return act.state;
    const later = all.find((move) => move.isFair);
    if (!later) break;
    now = await settle(moves, later.state);
  }
  throw new Error(`It never comes to ${says}`);
};
