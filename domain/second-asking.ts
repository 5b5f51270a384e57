import { calendarOf, type Office, policiesOf } from './office.ts';
import type { ClosingReason, Request } from './request.ts';
import { type Instant, plusMinutes } from './time.ts';
import { afterWorkingDays, type Deadline } from './working-time.ts';

/** Closings that say that the matter was settled. */
const SETTLED: readonly ClosingReason[] = ['resolved', 'settled-silently'];

const MINUTES_A_DAY = 24 * 60;

/**
 * When the citizen of a settled matter is asked once more whether it is truly done, and until when "no" reopens it.
 *
 * @returns nothing where nothing was settled
 */
export const secondAsking = (
  { unit }: Pick<Request, 'unit'>,
  { reason, closedAt }: { readonly reason: ClosingReason; readonly closedAt: Instant },
  office: Office,
): { readonly from: Instant; readonly until: Deadline } | undefined => {
  if (!SETTLED.includes(reason)) return undefined;
  const { askAgainAfterDays, citizenAnswersWithinWorkingDays } = policiesOf(office, unit);
  const from = plusMinutes(closedAt, askAgainAfterDays * MINUTES_A_DAY);
  return { from, until: afterWorkingDays(calendarOf(office, unit), from, citizenAnswersWithinWorkingDays.objection) };
};
