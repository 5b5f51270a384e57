import type { Context } from '../domain/change.ts';
import type { Office } from '../domain/office.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Sessions } from '../domain/ports/sessions.ts';
import { planSession, type SessionPlan } from '../domain/session.ts';
import type { SessionTemplate } from '../domain/session-template.ts';
import { daysAhead, planOn, sessionIdOf } from '../domain/template-plans.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { THE_OFFICE } from '../domain/timeline.ts';

/** What becomes of one day of a template. */
export type TemplateDay = {
  readonly on: LocalDate;
  readonly state: 'planned' | 'cancelled' | 'to-be-planned' | 'left-out' | 'impossible';
  readonly session?: string;
  /** Why nothing can be held on it. */
  readonly facts?: Readonly<Record<string, unknown>>;
};

const MOST_SESSIONS = 200;

/** The days ahead of some templates of one official, one listing for them all; a day that stands in it costs no other read. */
export const templateDays = async (
  official: string,
  templates: readonly SessionTemplate[],
  { office, at }: { readonly office: Office; readonly at: Instant },
  sessions: Sessions,
): Promise<ReadonlyMap<string, readonly TemplateDay[]>> => {
  const context = { office, at, by: THE_OFFICE };
  const listed = await sessions.list(office.city.id, official, at, MOST_SESSIONS);
  const known = new Map(listed.map((session) => [session.id, session]));
  const days = new Map<string, TemplateDay[]>();
  for (const template of templates) {
    const ofTemplate: TemplateDay[] = [];
    for (const on of daysAhead(template, office, at)) {
      const id = sessionIdOf(template, on);
      const session = known.get(id);
      const plan = planOn(template, on, office);
      if (session) ofTemplate.push({ on, session: id, state: session.cancelledAt ? 'cancelled' : 'planned' });
      else if (!plan) ofTemplate.push({ on, state: 'left-out' });
      else ofTemplate.push(dayOf(on, await tryPlan(plan, context, sessions)));
    }
    days.set(template.id, ofTemplate);
  }
  return days;
};

const dayOf = (on: LocalDate, tried: Outcome<unknown>): TemplateDay =>
  tried.agreed ? { on, state: 'to-be-planned' } : { on, state: 'impossible', facts: tried.details };

/** Most of what stands in the way is seen without reading anything. */
const tryPlan = async (plan: SessionPlan, context: Context, sessions: Sessions): ReturnType<typeof planned> => {
  const alone = planSession(plan, [], context);
  return alone.agreed ? planned(plan, context, sessions) : alone;
};

const planned = async (plan: SessionPlan, context: Context, sessions: Sessions) => {
  const { id } = context.office.city;
  const [others, atVenue] = await Promise.all([
    sessions.onDay(id, { official: plan.official }, plan.on),
    sessions.onDay(id, { venue: plan.venue }, plan.on),
  ]);
  return planSession(plan, others, context, atVenue);
};

/**
 * Plans what templates of one official want in the weeks ahead, each session under a name that it has for ever: planned
 * twice it is the same, and one that was cancelled or moved away is not planned again.
 *
 * @returns how many sessions were planned
 */
export const planFromTemplates = async (
  official: string,
  templates: readonly SessionTemplate[],
  reading: { readonly office: Office; readonly at: Instant },
  sessions: Sessions,
): Promise<number> => {
  const days = await templateDays(official, templates, reading, sessions);
  let count = 0;
  for (const template of templates) {
    for (const { on, state } of days.get(template.id) ?? []) {
      const plan = state === 'to-be-planned' ? planOn(template, on, reading.office) : undefined;
      if (plan && (await addPlanned(plan, reading, sessions)).agreed) count += 1;
    }
  }
  return count;
};

/** Somebody else may have planned something on that day meanwhile: then it is asked once more whether this one fits. */
const addPlanned = async (
  plan: SessionPlan,
  reading: { readonly office: Office; readonly at: Instant },
  sessions: Sessions,
  isLast = false,
): Promise<Outcome<unknown>> => {
  const fits = await planned(plan, { ...reading, by: THE_OFFICE }, sessions);
  if (!fits.agreed) return fits;
  const added = await sessions.add(fits.value.session, fits.value.slots);
  if (added.agreed || added.reason !== 'changed-meanwhile' || isLast) return added;
  return addPlanned(plan, reading, sessions, true);
};
