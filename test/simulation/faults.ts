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
  'reordered',
  'stale-read',
] as const;
/** What may happen to the calls of the machine, and to those that reach it. */
export const MACHINE_FAULTS = [
  'table-busy',
  'token-stored-answer-lost',
  'token-not-yet-stored',
  'token-stale',
  'duty-failed',
  'duty-answer-lost',
  'signal-failed',
  'signal-answer-lost',
] as const;
/** What may happen to people's calls as a whole, to executions, to the machine, and to the city. */
const WORLD_FAULTS = [
  'call-repeated',
  'clock-skew',
  'execution-closed',
  'execution-missing',
  'engine-lost',
  'step-functions-away',
  'definition-replaced',
  'holiday',
  'closure',
  'session-changed',
  'session-cancelled',
] as const;
export type CallFault = (typeof CALL_FAULTS)[number];
export type MachineFault = (typeof MACHINE_FAULTS)[number];
export type Fault = CallFault | MachineFault | (typeof WORLD_FAULTS)[number];
export const FAULTS: readonly Fault[] = [...CALL_FAULTS, ...MACHINE_FAULTS, ...WORLD_FAULTS];

/** One fault of an act: it hits the first call from this one on (counted from 0) that it can happen to. */
export type Plan = { readonly kind: CallFault; readonly call: number };

/** A call that the network or the service failed; nobody can tell from it whether something was written. */
class CallFailed extends Error {}

/** Reads, and writes that are refused by their condition; what neither lists is only ever done, lost or late. */
const READS =
  /^(find|list|line|of(Day)?|onDay|attendedBy|read|has|draws|count\w*|due|gathered|user|office|cities|overdue|idOf|posts|next|head|latest|looks|get|page|\w+sOf|with\w+)$/;
const changed = refuse('changed-meanwhile');
const REFUSED: Readonly<Record<string, unknown>> = {
  ...{ 'requests.add': changed, 'requests.replace': changed, 'requests.replaceBoth': changed },
  ...{ 'caseFiles.correctParties': changed, 'sessions.replace': changed, 'sessions.rearrange': changed },
  ...{ 'slots.hold': refuse('slot-gone'), 'visits.save': changed, 'callTasks.settle': changed },
  ...{ 'ledger.append': changed, 'queues.saveDraws': changed, 'earlierWishes.save': false },
  ...{ 'letters.claim': false, 'waits.claim': false, 'jobs.save': false },
};

type Hooks = {
  /** Lets others go on before this act does. */
  readonly pause: () => Promise<void>;
  /** What arrives after its caller has given up, and after what others did meanwhile. */
  readonly later: (call: () => Promise<unknown>) => void;
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
  const guarded = (portName: string, port: object): object =>
    new Proxy(port, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function' || typeof name !== 'string') return value;
        if (UNTOUCHED.test(name)) return value.bind(target);
        return (...args: unknown[]) => meet(`${portName}.${name}`, async () => Reflect.apply(value, target, args));
      },
    });
  const all = Object.entries(ports).map(([name, port]) => [name, PORTS.has(name) ? guarded(name, port) : port]);
  return Object.fromEntries(all) as Ports;
};

/** The ports that are reached through an SDK; the others are this process's own. */
const PORTS = new Set([
  ...['requests', 'caseFiles', 'sessions', 'slots', 'letters', 'callTasks', 'ledger', 'jobs', 'waits', 'documents'],
  ...['visits', 'search', 'proofs', 'sms', 'mail', 'queues', 'earlierWishes', 'marks', 'workflow', 'directory'],
]);
const UNTOUCHED = /^(constructor|then|toJSON|dataOf)$/;
/** Nudges never fail: what they could not say is found by the sweeper. They can be late, doubled or never be made. */
const OF_NUDGES: readonly CallFault[] = ['crash-before', 'crash-after', 'duplicate', 'delayed'];

const canHappen = (kind: CallFault, call: string): boolean => {
  const [port = '', name = ''] = call.split('.');
  if (port === 'workflow') return OF_NUDGES.includes(kind);
  if (kind === 'refused') return Object.hasOwn(REFUSED, call);
  const isRead = READS.test(name);
  if (kind === 'stale-read') return isRead;
  // A carrier takes what it is given: nothing can call a message back that the network holds up or doubles on the way to it.
  if (name === 'send' && (kind === 'reordered' || kind === 'duplicate')) return false;
  if (kind === 'reordered') return !isRead;
  if (kind === 'answer-lost' || kind === 'duplicate' || kind === 'crash-after') return !isRead;
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
    case 'reordered':
      hooks.later(call);
      throw new CallFailed('No answer came in time.');
    case 'stale-read':
      await hooks.pause();
      return done;
  }
};
