import { refuse } from '../../domain/outcome.ts';

/** What may happen to one call of a port, as to the SDK call behind it. */
export const CALL_FAULTS = [
  'throttled',
  'refused',
  'answer-lost',
  'crash-before',
  'crash-after',
  'duplicate',
  'delayed',
  'stale-read',
] as const;
/** What may happen to the machine's own calls, to its executions, and to clocks. */
const WORLD_FAULTS = [
  'clock-skew',
  'table-busy',
  'token-stored-answer-lost',
  'duty-failed',
  'duty-answer-lost',
  'signal-failed',
  'signal-answer-lost',
  'execution-killed',
  'engine-lost',
  'step-functions-away',
  'definition-replaced',
] as const;
export type CallFault = (typeof CALL_FAULTS)[number];
export type Fault = CallFault | (typeof WORLD_FAULTS)[number];
export const FAULTS: readonly Fault[] = [...CALL_FAULTS, ...WORLD_FAULTS];

/** One fault of an act: it hits the first call from this one on (counted from 0) that it can happen to. */
export type Plan = { readonly kind: CallFault; readonly call: number };

/** A call that the network or the service failed; nobody can tell from it whether something was written. */
class CallFailed extends Error {}

/** Reads, and writes that are refused by their condition; what neither lists is only ever done, lost or late. */
const READS =
  /^(find|list|of|read|count|due|user|office|overdue|idOf|posts|next|head|looks|get|page|ordersOf|with\w+)$/;
const REFUSED: Readonly<Record<string, unknown>> = {
  ...{ replace: refuse('changed-meanwhile'), add: refuse('changed-meanwhile'), hold: refuse('slot-gone') },
  ...{ append: refuse('changed-meanwhile'), claim: false, save: false },
};

type Hooks = {
  /** Lets others go on before this act does. */
  readonly pause: () => Promise<void>;
  /** The process that made this call is no more. */
  readonly crash: () => void;
  readonly happened: (fault: CallFault) => void;
};

const never = (): Promise<never> => new Promise(() => {});

/** The same ports, with one fault to come at one of their calls. */
export const withFault = <Ports extends object>(ports: Ports, plan: Plan, hooks: Hooks): Ports => {
  let calls = 0;
  let isOver = false;
  const meet = async (name: string, call: () => Promise<unknown>): Promise<unknown> => {
    const isNext = calls >= plan.call && !isOver && canHappen(plan.kind, name);
    calls += 1;
    if (!isNext) return call();
    isOver = true;
    return happen(plan.kind, name, call, hooks);
  };
  const guarded = (port: object): object =>
    new Proxy(port, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function' || typeof name !== 'string' || UNTOUCHED.test(name)) return value;
        return (...args: unknown[]) => meet(name, async () => Reflect.apply(value, target, args));
      },
    });
  const all = Object.entries(ports).map(([name, port]) => [name, PORTS.has(name) ? guarded(port) : port]);
  return Object.fromEntries(all) as Ports;
};

/** The ports that are reached through an SDK; the others are this process's own. */
const PORTS = new Set([
  ...['requests', 'caseFiles', 'sessions', 'slots', 'letters', 'callTasks', 'ledger', 'jobs', 'waits', 'documents'],
  ...['visits', 'search', 'proofs', 'sms', 'mail'],
]);
const UNTOUCHED = /^(constructor|then|toJSON)$/;

const canHappen = (kind: CallFault, name: string): boolean => {
  if (kind === 'refused') return Object.hasOwn(REFUSED, name);
  if (kind === 'stale-read') return READS.test(name);
  if (kind === 'answer-lost' || kind === 'duplicate' || kind === 'crash-after') return !READS.test(name);
  return true;
};

const happen = async (kind: CallFault, name: string, call: () => Promise<unknown>, hooks: Hooks): Promise<unknown> => {
  const isDoneFirst = kind === 'answer-lost' || kind === 'crash-after' || kind === 'duplicate' || kind === 'stale-read';
  const done = isDoneFirst ? await call() : undefined;
  hooks.happened(kind);
  switch (kind) {
    case 'throttled':
      throw new CallFailed('Throttled.');
    case 'refused':
      return REFUSED[name];
    case 'answer-lost':
      throw new CallFailed('The answer was lost.');
    case 'crash-before':
    case 'crash-after':
      hooks.crash();
      return never();
    case 'duplicate':
      return call();
    case 'delayed':
      await hooks.pause();
      return call();
    case 'stale-read':
      await hooks.pause();
      return done;
  }
};
