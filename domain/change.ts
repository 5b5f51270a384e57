import * as z from 'zod/mini';
import type { CallTask } from './call-task.ts';
import { byReach } from './call-task.ts';
import type { Letter } from './letter.ts';
import { nextStep } from './next-step.ts';
import type { Office } from './office.ts';
import { Request } from './request.ts';
import type { Instant } from './time.ts';
import type { By, EventKind, TimelineEvent } from './timeline.ts';

/** What a rule may look at besides the request: who acts, when, and the city as it stands. */
export type Context = { readonly at: Instant; readonly by: By; readonly office: Office };

/** What happens to slots together with the request: one that it holds, or that is free, becomes its own for good; or is given back. */
export type SlotChange =
  | { readonly act: 'confirm'; readonly slot: string }
  | { readonly act: 'release'; readonly slot: string; readonly freeFrom: Instant; readonly openFrom: Instant };

/**
 * A decision that has been taken but not yet written: the request before and after, the lines of its timeline, the letters
 * it causes and the slots it touches. All of it is written together, or none of it.
 */
export type Change = {
  readonly before: Request;
  readonly after: Request;
  readonly events: readonly TimelineEvent[];
  readonly letters: readonly Letter[];
  readonly callTasks: readonly CallTask[];
  readonly slots: readonly SlotChange[];
};

/** A stage as a rule describes it, before its next step has been computed. */
export type Draft = Request;

type Effects = {
  readonly events: readonly TimelineEvent[];
  readonly letters?: readonly Letter[];
  readonly callTasks?: readonly CallTask[];
  readonly slots?: readonly SlotChange[];
};

/** Closes a rule: raises the version, computes the next step, and drops the fields that the stage left behind. */
export const conclude = (before: Request, draft: Draft, { at, office }: Context, effects: Effects): Change => {
  const after = withNextStep({ ...draft, version: before.version + 1 }, at);
  const told = byReach(after, effects.letters ?? [], { office, at });
  return {
    before,
    after,
    events: effects.events,
    letters: told.letters,
    callTasks: [...told.callTasks, ...(effects.callTasks ?? [])],
    slots: effects.slots ?? [],
  };
};

/** Parses, so that a request never carries a field of an earlier stage; and publishes what is due next. */
export const withNextStep = (draft: Draft, at: Instant): Request => {
  const stage = z.parse(Request, draft);
  const next = nextStep(stage, at);
  return { ...stage, owner: next.owner, deadline: next.deadline, step: next.step, until: next.wakeAt };
};

/** Does the workflow have to know? Only a new step or a new instant is published to it. */
export const changesNextStep = ({ before, after }: Pick<Change, 'before' | 'after'>): boolean =>
  before.step !== after.step || before.until !== after.until;

export const event = (
  kind: EventKind,
  { at, by }: Pick<Context, 'at' | 'by'>,
  more: Pick<TimelineEvent, 'text' | 'facts' | 'internal'> = {},
): TimelineEvent => ({ kind, at, by, ...more });
