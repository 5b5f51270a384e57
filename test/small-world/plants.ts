import { signal, start } from '../../adapters/step-functions/nudges.ts';
import { readWait, type Wait } from '../../adapters/step-functions/wait-item.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Request } from '../../domain/request.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { later } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import type { Violation } from './checks.ts';
import type { Client, Ports } from './ports.ts';
import { SCENARIOS } from './scenarios.ts';
import type { Actor } from './state.ts';
import { OFFICE } from './town.ts';
import type { Plant, Scenario } from './world.ts';

type Write = {
  ConditionExpression?: string;
  Key?: { sk?: { S?: string } };
  UpdateExpression?: string;
  Item?: { sk?: { S?: string } };
};
type Input = Write & { TransactItems?: { Update?: Write; Put?: Write }[] };
type Command = { readonly input: Input; readonly constructor: new (input: Input) => unknown };

/** Calls that say something else than the deployed adapters wrote. */
const saying =
  (change: (input: Input) => Input) =>
  (client: Client): Client => ({
    send: (command) => {
      const { input, constructor: Again } = command as Command;
      return client.send(new Again(change(structuredClone(input))));
    },
  });

const writesOf = ({ TransactItems = [], ...alone }: Input): Write[] => [
  alone,
  ...TransactItems.flatMap(({ Update: update, Put: put }) => [update, put].filter((write) => write !== undefined)),
];
const placeOf = ({ Key: key, Item: item }: Write): string => key?.sk?.S ?? item?.sk?.S ?? '';

/** Every write of these items is done whatever its condition says. */
const unconditionally = (sk: string) =>
  saying((input) => {
    for (const write of writesOf(input))
      if (placeOf(write) === sk && write.ConditionExpression)
        write.ConditionExpression = `(${write.ConditionExpression}) OR attribute_exists(sk) OR attribute_not_exists(sk)`;
    return input;
  });

const isPublication = (write: Write | undefined): boolean =>
  write !== undefined && placeOf(write) === 'WAIT' && write.UpdateExpression !== undefined;

/** What somebody decides is published after the request is written, by a write of its own. */
const publishingLater = (client: Client, does: Actor['does']): Client => ({
  send: async (command) => {
    const { input, constructor: Again } = command as Command;
    const { TransactItems: all = [] } = input;
    const later = all.find(({ Update: update }) => isPublication(update))?.Update;
    if (!later || does === 'duty') return client.send(command);
    const done = await client.send(
      new Again({ ...input, TransactItems: all.filter(({ Update: update }) => update !== later) }),
    );
    const { UpdateItemCommand } = await import('@aws-sdk/client-dynamodb');
    await client.send(new UpdateItemCommand(later as never));
    return done;
  },
});

/** Whoever decides looks for the token first, and wakes with what was there then. */
const readingTheTokenFirst = (ports: Ports): Ports => {
  let seen: Wait | undefined;
  let after: Request | undefined;
  const requests: Ports['requests'] = Object.assign(Object.create(ports.requests), {
    find: async (city: string, id: string) => {
      seen = await readWait(ports.table, city, id);
      return ports.requests.find(city, id);
    },
    add: (...opening: Parameters<Ports['requests']['add']>) => ports.requests.add(...opening),
    line: (...desk: Parameters<Ports['requests']['line']>) => ports.requests.line(...desk),
    replace: async (change: Parameters<Ports['requests']['replace']>[0]) => {
      after = change.after;
      return ports.requests.replace(change);
    },
  });
  const wake = async () => {
    if (!seen || !after) return;
    const { version, step, until } = after;
    const told = await signal(ports.machine, { ...seen, version, step, until });
    if (!told && step !== 'closed') await start(ports.machine, seen);
  };
  return {
    ...ports,
    requests,
    workflow: Object.assign(Object.create(ports.workflow), {
      wake,
      start: (request: Request) => ports.workflow.start(request),
    }),
  };
};

/** The duty believes its ticket: what was due when the timer was set is done, whatever has been decided since. */
const believingItsTicket = async (ticket: Ticket, { requests, clock }: Ports): Promise<Ticket> => {
  const request = await requests.find(ticket.city, ticket.id);
  if (!request) throw new Error('There is no request');
  const at = later(clock.now(), ticket.until);
  const change = passDeadline({ ...request, until: ticket.until }, { at, by: THE_OFFICE, office: OFFICE });
  const written = change && (await requests.replace({ ...change, before: request }));
  const { version, step, until } = written?.agreed ? written.value : request;
  return { ...ticket, version: String(version), step, until };
};

const alone = { says: '', citizens: 1, turn: 'none', before: ['submit'], atOnce: 1 } as const;
const BIRTH: Scenario = { ...alone, before: [], acts: { submit: 1, accept: 1 }, crashes: 1 };
const DECISION: Scenario = { ...alone, acts: { accept: 1 } };
const RACE: Scenario = { ...alone, acts: { accept: 1, withdraw: 1 }, atOnce: 2 };
const ORDER: Scenario = { ...SCENARIOS.order, acts: { renew: 1 }, crashes: 0 };
const CONDITION = '#run = :run AND #version = :version AND #step = :step';

/**
 * What each protection is for, shown by leaving it out: the same search must find it in a small part of the world, by the
 * violation that is named. `late`: without any fault, a state from which only a deadline leads back.
 */
export const PLANTS: Readonly<
  Record<string, Plant & { readonly scenario: Scenario; readonly shows: Violation | 'late' }>
> = {
  'no-sweeper': { says: 'Nobody looks for what was lost.', scenario: BIRTH, shows: 'stuck', noSweeper: true },
  'token-without-condition': {
    says: 'The machine leaves its token wherever the request stands by now.',
    ...{ scenario: DECISION, shows: 'stuck' },
    definition: (text) => text.replaceAll(CONDITION, `(${CONDITION}) OR attribute_exists(pk)`),
  },
  'step-not-compared': {
    says: 'The machine leaves its token at the wrong wait.',
    ...{ scenario: DECISION, shows: 'stuck' },
    definition: (text) => text.replaceAll('#step = :step', '(#step = :step OR attribute_exists(pk))'),
  },
  'published-later': {
    says: 'The next step is published by a second write.',
    ...{ scenario: { ...DECISION, crashes: 1 }, shows: 'unpublished', client: publishingLater },
  },
  'token-read-before': {
    says: 'The token is read before the write, and nothing asks whether it still is the one.',
    ...{ scenario: DECISION, shows: 'late', ports: readingTheTokenFirst, noSweeper: true },
  },
  'duty-believes-its-ticket': {
    says: 'The duty does not ask what stands by now.',
    ...{ scenario: ORDER, shows: 'early', duty: believingItsTicket },
  },
  'check-then-act-booking': {
    says: 'A turn that was free when it was looked at is given.',
    ...{
      scenario: { ...SCENARIOS.booking, acts: { give: 1 }, crashes: 0 },
      shows: 'slot-held-twice',
      client: unconditionally('SLOT'),
    },
  },
  'version-not-checked': {
    says: 'A decision is written over another one.',
    ...{ scenario: RACE, shows: 'version-skipped', client: unconditionally('CORE#REQUEST') },
  },
};
