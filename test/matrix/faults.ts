import { type Outcome, refuse } from '../../domain/outcome.ts';
import type { AnyKind } from './calls.ts';

/** What may happen to a call, and to which kinds of calls it can happen. */
export const FAULTS = {
  throttled: ['read', 'write', 'conditional', 'sending', 'start', 'signal', 'token', 'look', 'duty'],
  refused: ['conditional', 'token'],
  'answer-lost': ['write', 'conditional', 'sending', 'start', 'signal', 'token', 'duty'],
  'crash-before': ['read', 'write', 'conditional', 'sending', 'start', 'signal', 'token', 'look', 'duty'],
  'crash-after': ['write', 'conditional', 'sending', 'start', 'signal', 'token', 'duty'],
  // The clients of gateways make one attempt (functions/wiring/carriers.ts).
  duplicate: ['write', 'conditional', 'start', 'signal', 'token', 'duty'],
  delayed: ['read', 'write', 'conditional', 'sending', 'start', 'signal', 'token', 'look', 'duty'],
  // A message that is on its way cannot be overtaken by what is decided then.
  reordered: ['read', 'write', 'conditional', 'start', 'signal', 'look', 'duty'],
  'stale-read': ['read', 'look'],
  'clock-behind': ['clock'],
  'clock-ahead': ['clock'],
  'token-stale': ['wait-item'],
  'token-not-yet-stored': ['token'],
  'execution-closed': ['start', 'signal'],
  'execution-missing': ['start', 'signal'],
  'definition-replaced': ['start', 'signal'],
} as const satisfies Record<string, readonly (AnyKind | 'clock' | 'wait-item')[]>;
export type Fault = keyof typeof FAULTS;
export const ALL_FAULTS = Object.keys(FAULTS) as Fault[];

/** Somebody else acts between the calls of an act: what comes of both depends on who is first. */
export const WITH_RIVAL: readonly Fault[] = ['reordered', 'stale-read', 'token-not-yet-stored'];
/** Nobody who calls can go on after these, or know from them what was done: they call again. */
export const FAILING: readonly Fault[] = ['throttled', 'answer-lost', 'crash-before', 'crash-after'];

/** How a call is answered whose condition does not hold; the others are refused with `changed-meanwhile`. */
const REFUSED: ReadonlyMap<string, Outcome<never> | false | { readonly done: false }> = new Map<
  string,
  Outcome<never> | false | { readonly done: false }
>([
  ['slots.hold', refuse('slot-gone')],
  ['slots.close', refuse('slot-gone')],
  ['callTasks.settle', refuse('already-recorded')],
  ['proofs.open', refuse('too-many-attempts')],
  ['proofs.redeem', refuse('code-wrong')],
  ['waitItems.update', { done: false }],
  ...['letters.claim', 'digests.claim', 'jobs.save', 'earlierWishes.save', 'scans.save', 'anchors.note'].map(
    (site) => [site, false] as const,
  ),
]);

export const refusalAt = (site: string): unknown => REFUSED.get(site) ?? refuse('changed-meanwhile');
