import * as z from 'zod/mini';
import type { Request } from '../../domain/request.ts';

/** What a request has from its birth; as long as nothing has happened to it, it is not stored. */
const AT_BIRTH = {
  ...{ objections: 0, moves: 0, noShows: 0, hostAbsences: 0, passes: 0, turns: 0, rung: 0, chased: 0 },
  ...{ readers: [], formerUnits: [], reminders: [], orderCount: 0 },
} satisfies Partial<Record<keyof Request | 'reminders' | 'orderCount', 0 | []>>;

const SKIPPED_NOTHING = { skippedWeekdays: [], skippedOn: [] };

const Sources = z.object({
  deadline: z.object({ at: z.string() }),
  promised: z.optional(z.object({ sum: z.object({ from: z.string() }) })),
  closedAt: z.optional(z.string()),
});

/** What the rest of a request mostly tells already; stored only where it differs. */
const toldByTheRest = (request: Attributes): Attributes => {
  const { deadline, promised, closedAt } = z.parse(Sources, request);
  return { until: closedAt ?? deadline.at, ...(promised && { acceptedAt: promised.sum.from }) };
};

type Attributes = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean => value === 0 || (Array.isArray(value) && value.length === 0);
const isDeadline = (value: unknown): value is { at: string; sum: Attributes } =>
  typeof value === 'object' && value !== null && 'sum' in value && typeof value.sum === 'object';

/** Without counts of nothing, empty lists and what is said twice, which would fill a fifth of the item. */
export const compact = (request: Attributes): Attributes => {
  const told = toldByTheRest(request);
  const isNeedless = (name: string, value: unknown) =>
    (value !== undefined && value === told[name]) || (name in AT_BIRTH && isEmpty(value));
  const entries = Object.entries(request).filter(([name, value]) => !isNeedless(name, value));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isDeadline(value) ? { ...value, sum: withoutEmpty(value.sum) } : value]),
  );
};

const withoutEmpty = (sum: Attributes): Attributes =>
  Object.fromEntries(Object.entries(sum).filter(([name, value]) => !(name in SKIPPED_NOTHING && isEmpty(value))));

/** With everything that was left out. What does not belong to the request's stage is dropped when it is parsed. */
export const whole = (item: Attributes): Attributes => ({
  ...AT_BIRTH,
  ...toldByTheRest(item),
  ...Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      isDeadline(value) ? { ...value, sum: { ...SKIPPED_NOTHING, ...value.sum } } : value,
    ]),
  ),
});
