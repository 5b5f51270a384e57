import type { Ticket } from '../../domain/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import { foreseeing } from '../../functions/http/foreseeing.ts';
import { run as sweep } from '../../functions/scheduled/sweep.ts';
import { answer as passDeadline } from '../../functions/tasks/pass-deadline.ts';
import { ACTS, type Act, type ActName } from './acts.ts';
import { judged, type Violation } from './checks.ts';
import { type Ports, portsOver } from './ports.ts';
import { type Next, replay } from './replay.ts';
import { entered, type Parts, signalled, started } from './runs.ts';
import { type Answer, type Call, type Executed, execute, type Items } from './small-table.ts';
import { type Actor, actorOf, type Case, caseOf, numbered, requestOf, slotItemsOf, texts } from './state.ts';
import { Memory } from './texts.ts';
import { CITY, nameIn } from './town.ts';
import type { Plant, World } from './world.ts';

/** What a step of somebody comes to: the parts it leaves behind, and what was wrong with it. */
export type Stepped = Parts & {
  /** Nobody, if that was their last step. */
  readonly actor: number | undefined;
  readonly bad: readonly Violation[];
};
/** Where somebody steps: the case that they are about, the other one, the turn, the moment, the newest definition. */
export type Around = Parts & { readonly other: number; readonly clock: Instant; readonly deployed: number };

/** Steps of people, of the sweeper and of the office's duty: one call of the SDK each, done whole and at once. */
export class Steps {
  readonly #world: World;
  readonly #next = new Memory<Next>();
  readonly #stepped = new Memory<Stepped>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Somebody begins; their first call belongs to it, for nobody can see that they began before. */
  begin(actor: Actor, around: Around): Promise<Stepped> {
    return this.step(numbered(actor), around);
  }

  async step(id: number, around: Around, isLost = false): Promise<Stepped> {
    const next = await this.next(id);
    if (!('call' in next)) throw new Error('Whoever has ended makes no step');
    const isIndex = 'IndexName' in next.call.input;
    const { kase, slot, other, clock, deployed } = around;
    const question = [id, kase, slot, isIndex ? other : '', clock, deployed, isLost].join();
    return this.#stepped.peek(question) ?? this.#stepped.get(question, () => this.#step(id, next.call, around, isLost));
  }

  /** What somebody does next, found by replaying the deployed code with the answers that it had. */
  async next(id: number): Promise<Next> {
    return this.#next.peek(String(id)) ?? this.#next.get(String(id), () => this.#replay(actorOf(id)));
  }

  #replay(actor: Actor): Promise<Next> {
    const {
      client: otherwise = (same) => same,
      ports: planted = (same) => same,
      duty = passDeadline,
    } = this.#world.plant;
    const told = actor.told.map(([answer, at]) => ({ answer: JSON.parse(texts.textOf(answer)) as Answer, at }));
    return replay(actor.at, told, (client, clock) =>
      play(actor, planted(portsOver(otherwise(client, actor.does), clock)), duty),
    );
  }

  async #step(id: number, call: Call, around: Around, isLost: boolean): Promise<Stepped> {
    const actor = actorOf(id);
    const kase = caseOf(around.kase);
    const done = await this.#done(actor, call, { around, kase, isLost });
    const told = [...actor.told, [texts.idOf(JSON.stringify(done.answer)), around.clock] as const];
    const { kase: touched, wrote, bad } = judge(actor, done, around);
    const after = numbered({ ...actor, ...(wrote > 0 && { wrote }), told });
    const next = await this.next(after);
    const left = { kase: touched, slot: done.slot, bad };
    if ('call' in next && !(this.#world.scenario.withoutMachine && isWake(next.call))) return { ...left, actor: after };
    const fault: Violation[] = 'thrown' in next ? ['fault'] : [];
    const ended = { ...left, actor: undefined, bad: [...bad, ...fault] };
    if (actor.does !== 'duty' || this.#world.scenario.withoutMachine) return ended;
    const result = 'result' in next ? (next.result as Ticket) : undefined;
    return { ...ended, kase: numbered(await entered(caseOf(touched), { run: actor.run, result }, this.#world)) };
  }

  async #done(
    actor: Actor,
    call: Call,
    { around, kase, isLost }: { around: Around; kase: Case; isLost: boolean },
  ): Promise<Done> {
    const parts = { kase: around.kase, slot: around.slot, written: [] };
    if (isLost) return { ...parts, answer: { fault: 'ServiceUnavailable' } };
    if (call.command === 'StartExecutionCommand') {
      const { name = '', input = '' } = call.input as { name?: string; input?: string };
      const { kase: after, isOver } = await started(kase, { name, input, deployed: around.deployed }, this.#world);
      return { ...parts, kase: numbered(after), answer: isOver ? { fault: 'ExecutionAlreadyExists' } : { output: {} } };
    }
    if (call.command.startsWith('SendTask')) {
      const after = await signalled(kase, call.input, this.#world);
      return {
        ...parts,
        kase: numbered(after ?? kase),
        answer: after ? { output: {} } : { fault: 'TaskDoesNotExist' },
      };
    }
    const others = 'IndexName' in call.input ? caseOf(around.other).items : {};
    const { items, answer, written } = execute({ ...others, ...kase.items, ...slotItemsOf(around.slot) }, call);
    if (written.length === 0) return { ...parts, answer };
    const ofRequest = pick(items, (place) => nameIn(place) === actor.id);
    return {
      answer,
      written,
      kase: numbered({ ...kase, items: ofRequest }),
      slot: numbered(pick(items, (place) => place.includes('#SLOT#'))),
    };
  }
}

type Done = Parts & Pick<Executed, 'answer' | 'written'>;

const pick = (items: Items, isWanted: (place: string) => boolean): Items =>
  Object.fromEntries(Object.entries(items).filter(([place]) => isWanted(place)));

const isWake = ({ command, input }: Call): boolean =>
  command === 'StartExecutionCommand' || (command === 'GetItemCommand' && JSON.stringify(input).includes('#WAIT#'));

/** A write of the request is judged, and what must not be repeated is kept with the case. */
const judge = (actor: Actor, { kase, written }: Done, { kase: before, clock }: Around) => {
  const { wrote = 0 } = actor;
  const isRequest = written.some(({ sk }) => sk && 'S' in sk && sk.S === 'CORE#REQUEST');
  const after = isRequest ? requestOf(kase) : undefined;
  if (!after) return { kase, wrote, bad: [] };
  const write = { before: requestOf(before), after, by: actor, writes: wrote + 1, at: clock, items: written };
  const { bad, memory } = judged(write, caseOf(kase));
  return { kase: numbered({ ...caseOf(kase), ...memory }), wrote: wrote + 1, bad };
};

/** What is read together for a decision, by the deployed server's own rule. */
const foreseeingFor = (
  does: ActName,
  id: string,
  { foresight }: Ports,
  act: () => Promise<unknown>,
): Promise<unknown> => {
  const { operation, body }: Act = ACTS[does];
  return foreseeing(operation, { city: CITY, parsed: { params: { id }, body } }, { foresight } as never, act);
};

const play = async ({ does, id, ticket }: Actor, ports: Ports, duty: NonNullable<Plant['duty']>): Promise<unknown> => {
  if (does === 'duty' && ticket) return duty(ticket, ports);
  if (does === 'duty') throw new Error('A duty is called with a ticket');
  if (does !== 'sweep') return foreseeingFor(does, id, ports, () => ACTS[does].play(id, ports));
  // The index has named it already; what is left is what the sweeper does for one wait.
  const { waits, directory, clock } = ports;
  return sweep({
    ...{ directory, clock },
    waits: {
      overdue: async () => [id],
      claim: (...wait) => waits.claim(...wait),
      postpone: (...wait) => waits.postpone(...wait),
      revive: (...wait) => waits.revive(...wait),
    },
  });
};
