import { mayAt } from '../../domain/access.ts';
import { spanOf } from '../../domain/closure.ts';
import type { Office } from '../../domain/office.ts';
import { findUnit } from '../../domain/office.ts';
import { agree, type Outcome, refuse, refuseField } from '../../domain/outcome.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { headquarters } from '../../domain/unit-tree.ts';
import type { User } from '../../domain/user.ts';

type ClosureCall = {
  readonly office: Office;
  readonly caller: User;
  readonly body: {
    readonly unit?: string | undefined;
    readonly on: LocalDate;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  };
};

/** May this person close this place then? Whoever manages the headquarters may close the whole city. */
export const ownClosure = ({ office, caller, body }: ClosureCall, at: Instant): Outcome<void> => {
  const { unit, from, to } = body;
  const place = unit ?? headquarters(office.units).id;
  if (!findUnit(office, place) || !mayAt(caller, 'close-office', { unit: place }, office)) return refuse('not-found');
  if (from !== undefined && to !== undefined && to <= from) return refuseField('to', 'before-start');
  if (spanOf(body, office.city.timeZone).endsAt <= at) return refuseField('on', 'in-the-past');
  return agree(undefined);
};
