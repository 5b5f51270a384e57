import type { Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { answerOrder, confirmOrder, disputeOrder } from '../../../contract/citizen/orders.ts';
import type { Operation } from '../../../contract/operation.ts';
import { recordCitizenAct } from '../../../contract/staff/citizen-act.ts';
import { barOrder, renewOrder, reportOrderDone, showOrder } from '../../../contract/staff/order.ts';
import { askAboutOrder, handOverOrder } from '../../../contract/staff/order-acts.ts';
import {
  mayAnywhere,
  mayCarryOut,
  mayHandOver,
  mayOnRequest,
  mayReadOrder,
  type Permission,
} from '../../../domain/access.ts';
import type { Change, Context as RuleContext } from '../../../domain/change.ts';
import { handOver } from '../../../domain/hand-over.ts';
import { canBeDone, ORDER_STATES, type Order, type OrderAct, orderStateOf } from '../../../domain/order.ts';
import { askAboutOrder as ask } from '../../../domain/order-question.ts';
import { bar, confirmOrder as confirm, disputeOrder as dispute, reportDone } from '../../../domain/orders.ts';
import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import { climbOverdue } from '../../../domain/overdue.ts';
import type { Request } from '../../../domain/request.ts';
import { plusMinutes } from '../../../domain/time.ts';
import { THE_OFFICE } from '../../../domain/timeline.ts';
import { ROLES, type User } from '../../../domain/user.ts';
import { citizenAnswers } from '../../../functions/citizen/answers.ts';
import { serveAll } from '../../../functions/http/serve.ts';
import { meet, take, toScheduled } from '../../support/lives.ts';
import { keyOf } from '../../support/memory/memory-house.ts';
import { eventOf } from '../citizen/citizen-world.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

type Rule = (request: Request, context: RuleContext) => Outcome<Change>;

const report: Rule = (request, context) => reportDone(request, { order: 1, proof: { letterNumber: '7' } }, context);
const disputed: Rule = (request, context) => dispute(request, { order: 1, text: 'It is not.' }, context);
const late: Rule = (request, context) => {
  const change = climbOverdue(request, context);
  return change ? agree(change) : refuse('wrong-state');
};

/** How the first order of a request comes to each of its states; a second one stays open, so that the matter goes on. */
const STATES: Readonly<Record<string, { readonly unit?: string; readonly rules: readonly Rule[] }>> = {
  open: { rules: [] },
  'of a body outside the city': { unit: 'water', rules: [] },
  late: { rules: [late] },
  disputed: { rules: [report, disputed] },
  'disputed twice': { rules: [report, disputed, report, disputed] },
  'waits-for-citizen': { rules: [(request, context) => ask(request, { order: 1, text: 'Where?' }, context)] },
  'handed over': {
    rules: [(request, context) => handOver(request, { order: 1, unit: 'waste', reason: 'Theirs.' }, context)],
  },
  'reported-done': { rules: [report] },
  confirmed: { rules: [report, (request, context) => confirm(request, 1, context)] },
  'legally-barred': { rules: [(request, context) => bar(request, { order: 1, ground: 'By-law' }, context)] },
};

const PLACES = ['harbour', 'homes', 'waste', 'hq'] as const;
const STAFF: readonly User[] = ROLES.flatMap((role) =>
  PLACES.map((unit) => ({
    ...{ username: `${role}-${unit}`, displayName: role, locale: 'en' },
    roles: [{ role, unit, ...(unit === 'harbour' && { official: 'harbour-alderman' }) }],
  })),
);

type Seen = { readonly user: User; readonly request: Request; readonly order: Order; readonly world: StaffWorld };

/** An act through the API: whether this person has the right to it, and what those see who have not. */
type Act = {
  readonly operation: Operation;
  readonly body?: object;
  /** Which states allow it; all of them, if absent. */
  readonly does?: OrderAct;
  readonly may: (seen: Seen) => boolean;
  readonly isSeen?: (seen: Seen) => boolean;
};

const onRequest =
  (permission: Permission) =>
  ({ user, request, world }: Seen): boolean =>
    mayOnRequest(user, permission, request, world.office());
const reads = ({ user, order, world }: Seen): boolean => mayReadOrder(user, order, world.office());
const carriesOut = ({ user, order, world }: Seen): boolean => mayCarryOut(user, order, world.office());

const forTheCitizen = (act: string, does: OrderAct): Act => ({
  ...{ operation: recordCitizenAct, does, may: onRequest('act-for-citizen') },
  body: { act, means: 'phone', order: 1, ...(does !== 'confirm' && { text: 'So they say.' }) },
});

const ACTS: readonly Act[] = [
  { operation: showOrder, may: reads },
  { operation: reportOrderDone, body: { letterNumber: '8' }, does: 'report', may: carriesOut, isSeen: reads },
  { operation: askAboutOrder, body: { text: 'Where?' }, does: 'ask', may: carriesOut, isSeen: reads },
  {
    ...{ operation: handOverOrder, body: { unit: 'trams', reason: 'Theirs.' }, does: 'hand-over', isSeen: reads },
    may: ({ user, request, order, world }) => mayHandOver(user, request, order, world.office()),
  },
  {
    ...{ operation: renewOrder, body: { dueOn: '2026-12-01', reason: 'Steel.' }, does: 'renew' },
    may: onRequest('change-orders'),
  },
  { operation: barOrder, body: { ground: 'By-law' }, does: 'bar', may: onRequest('change-orders') },
  forTheCitizen('confirm-order', 'confirm'),
  forTheCitizen('dispute-order', 'dispute'),
  forTheCitizen('answer-order', 'answer'),
];

const expected = ({ operation, does, may, isSeen = () => false }: Act, seen: Seen): number => {
  if (operation.permission !== undefined && !mayAnywhere(seen.user, operation.permission)) return 403;
  if (!may(seen)) return isSeen(seen) ? 403 : 404;
  return does === undefined || canBeDone(does, seen.order) ? 200 : 409;
};

/** A matter with two orders, the first in the given state; whatever is done to it can be put back. */
const worldIn = async (state: string) => {
  const { unit = 'homes', rules } = STATES[state] ?? { rules: [] };
  const world = await createStaffWorld();
  const submitted = await world.submitRequest({ official: 'harbour-alderman' });
  const scheduled = await toScheduled(world, submitted, 7);
  const orders = [
    { text: 'Repair the pier.', unit },
    { text: 'Stop there at night.', unit: 'trams', dueOn: '2026-10-01' },
  ];
  await meet(world, scheduled, orders);
  world.clock.forward(1);
  if (state === 'late') world.clock.moveTo((await stored(world, submitted)).until);
  for (const rule of rules) await take(world, submitted, rule, state === 'late' ? THE_OFFICE : undefined);
  for (const user of STAFF) await world.directory.put('eastmere', 'user', user);
  const request = await stored(world, submitted);
  const key = keyOf('eastmere', request.id);
  const snapshot = structuredClone(world.house.cases.get(key));
  const putBack = () => {
    if (snapshot) world.house.cases.set(key, structuredClone(snapshot));
  };
  return { world, request, order: firstOf(request), putBack };
};

const stored = async (world: StaffWorld, { id }: Request): Promise<Request> => {
  const request = await world.requests.find('eastmere', id);
  if (!request) throw new Error('It was submitted');
  return request;
};

const firstOf = ({ orders: [order] }: Request): Order => {
  if (!order) throw new Error('It was ordered');
  return order;
};

describe.each(Object.keys(STATES))('An order that is %s', (state) => {
  test('may be acted on by whom the rights say, in the states that the table of acts says', async () => {
    const { world, request, order, putBack } = await worldIn(state);
    const params = { id: request.id, number: '1' };
    const seen: Record<string, number> = {};
    const wanted: Record<string, number> = {};
    for (const act of ACTS) {
      for (const user of STAFF) {
        const name = `${act.does ?? 'show'} (${act.operation.name}) by ${user.username}`;
        const told = act.body === undefined ? { params } : { params, body: act.body };
        seen[name] = (await world.call(user.username, act.operation, told)).status;
        wanted[name] = expected(act, { user, request, order, world });
        putBack();
      }
      expect((await world.call(undefined, act.operation, { params })).status).toBe(401);
    }
    expect(seen).toEqual(wanted);
  });

  test('is confirmed, disputed and answered by its own citizen alone', async () => {
    const { world, request, order, putBack } = await worldIn(state);
    const handler = serveAll(citizenAnswers, world);
    const expiresAt = plusMinutes(world.clock.now(), 60);
    const acts = { confirm: confirmOrder, dispute: disputeOrder, answer: answerOrder };
    for (const [does, operation] of Object.entries(acts) as [OrderAct, Operation][]) {
      for (const [key, allowed] of [
        [request.readers[0] ?? '', canBeDone(does, order) ? 200 : 409],
        ['SOMEBODY-ELSE', 404],
      ] as const) {
        const token = await world.keys.signSession('eastmere', { proof: 'contact', key, expiresAt });
        const body = does === 'confirm' ? {} : { body: { text: 'So I say.' } };
        const params = { id: request.id, order: '1' };
        const event = eventOf(operation, { city: 'eastmere', token, params, ...body });
        const { statusCode } = await handler(event, {} as Context);
        expect([does, key, statusCode]).toEqual([does, key, allowed]);
        putBack();
      }
    }
  });
});

test('The walk meets every state that an order can be in', async () => {
  const met = await Promise.all(Object.keys(STATES).map(async (state) => orderStateOf((await worldIn(state)).order)));
  expect(new Set(met)).toEqual(new Set(ORDER_STATES));
});

test.each([
  ['disputed', ['unit-manager-homes']],
  ['disputed twice', ['coordinator-hq']],
])('Once %s, an order is reported done by the rank that holds it and by nobody else', async (state, holders) => {
  const { world, request, putBack } = await worldIn(state);
  const told = { params: { id: request.id, number: '1' }, body: { letterNumber: '8' } };
  const reporters: string[] = [];
  for (const { username } of STAFF) {
    if ((await world.call(username, reportOrderDone, told)).status === 200) reporters.push(username);
    putBack();
  }
  expect(reporters).toEqual(holders);
});
