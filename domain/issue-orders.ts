import { isWorkingDay } from './calendar.ts';
import type { Context } from './change.ts';
import { event } from './change.ts';
import { letter } from './letter.ts';
import { calendarOf, deskUnitOf, findOfficial, findUnit, isCurrent, policiesOf, today } from './office.ts';
import type { Order } from './order.ts';
import { placeOrder } from './order-place.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Request } from './request.ts';
import type { LocalDate } from './time.ts';
import type { TimelineEvent } from './timeline.ts';
import { afterWorkingDays, dueOn } from './working-time.ts';

/** An order as the official gives it; without a date it is due after the policy's working days. */
export type OrderWish = {
  readonly text: string;
  readonly unit: string;
  readonly dueOn?: LocalDate | undefined;
  readonly dueInWorkingDays?: number | undefined;
  readonly proofWanted?: string | undefined;
  readonly box?: Order['box'] | undefined;
  readonly sharedWithOwner?: boolean | undefined;
};

type Issued = { orders: Order[]; events: TimelineEvent[]; letters: ReturnType<typeof letter>[] };

/** Turns wishes into open orders, each with its one owner, one deadline; the calendar is that of the unit that must act. */
export const issue = (
  request: Request,
  wishes: readonly OrderWish[],
  context: Context,
  pathOf = (index: number) => `orders.${index}.`,
): Outcome<Issued> => {
  const dues = wishes.map((wish, index) => dueDateOf(wish, pathOf(index), context));
  const faults = dues.flatMap((due) => (due.agreed ? [] : (due.details.fields ?? [])));
  if (faults.length > 0) return refuse('invalid', { fields: faults });

  const issued: Issued = { orders: [], events: [], letters: [] };
  for (const [index, wish] of wishes.entries()) {
    const due = dues[index];
    if (!due?.agreed) continue;
    const number = request.orders.length + index + 1;
    const { held, passed } = placeOrder({ number, unit: wish.unit }, 0, context);
    const desk = deskUnitOf(context.office, wish.unit);
    const holder = findOfficial(context.office, request.official)?.holder;
    issued.orders.push({
      ...{ number, text: wish.text, official: request.official, unit: wish.unit, ...held },
      ...{ status: 'open', issuedAt: context.at, due: due.value, climbsAt: due.value.at },
      ...{ disputes: 0, renewals: 0 },
      ...(holder && { holder: Object.values(holder)[0] }),
      ...(desk !== wish.unit && { desk }),
      ...(wish.proofWanted !== undefined && { proofWanted: wish.proofWanted }),
      ...(wish.box && { box: wish.box }),
      ...(wish.sharedWithOwner && { sharedWithOwner: true }),
    });
    issued.events.push(
      event('order-issued', context, {
        text: wish.text,
        facts: { order: String(number), unit: wish.unit, dueAt: due.value.at },
      }),
      ...passed,
    );
    issued.letters.push(letter('escalated', held.owner, { step: 'follow-up', order: String(number) }));
  }
  return agree(issued);
};

/** When an order of this unit is due: on the day that is named, or after so many working days. */
export const dueDateOf = (
  wish: Pick<OrderWish, 'unit' | 'dueOn' | 'dueInWorkingDays'>,
  path: string,
  { office, at }: Context,
): Outcome<Order['due']> => {
  const unit = findUnit(office, wish.unit);
  if (!unit || !isCurrent(unit, today(office, at))) return refuseField(`${path}unit`, 'outside-the-city');
  const calendar = calendarOf(office, wish.unit);
  if (wish.dueOn === undefined) {
    const days = wish.dueInWorkingDays ?? policiesOf(office, wish.unit).orderDueWorkingDays;
    return agree(afterWorkingDays(calendar, at, days));
  }
  if (wish.dueInWorkingDays !== undefined) return refuseField(`${path}dueOn`, 'contradicts-itself');
  if (wish.dueOn < today(office, at)) return refuseField(`${path}dueOn`, 'in-the-past');
  if (!isWorkingDay(calendar, wish.dueOn)) return refuseField(`${path}dueOn`, 'closed-that-day');
  return agree(dueOn(calendar, wish.dueOn, at));
};
