import type { showAgenda } from '../../contract/staff/agenda.ts';
import { isOpen } from '../../domain/order.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { plusMinutes } from '../../domain/time.ts';
import { showTrackingCode } from '../../domain/tracking-code.ts';
import type { Answer } from '../answer.ts';
import { hostAbsencesOf } from './host-absences.ts';
import { viewCard } from './order-card.ts';
import { ownSession } from './own-session.ts';

type Needs = {
  readonly sessions: Sessions;
  readonly requests: Requests;
  readonly ledger: Ledger;
  readonly clock: Clock;
};

const MOST_CARDS = 60;
const MINUTES_A_WEEK = 7 * 24 * 60;

export const answer: Answer<typeof showAgenda, Needs> = async (call, { sessions, requests, ledger, clock }) => {
  const session = await ownSession(call, 'read-case', sessions);
  if (!session.agreed) return session;
  const { city, official, startsAt } = session.value;
  const reader = { ...call, at: clock.now() };
  const until = plusMinutes(startsAt, MINUTES_A_WEEK);
  const promised = await requests.promisesOf(city, official, { until, limit: MOST_CARDS + 1 });
  const found = await Promise.all(promised.slice(0, MOST_CARDS).map(({ request }) => requests.find(city, request)));
  const cards = promised.slice(0, MOST_CARDS).flatMap(({ order: number }, index) => {
    const request = found[index];
    const order = request?.orders.find((one) => one.number === number);
    if (!request || !order || !isOpen(order)) return [];
    return [{ ...viewCard(request, order, reader), code: showTrackingCode(request.code) }];
  });
  const counted = (isSo: (order: (typeof cards)[number]['order']) => boolean) =>
    cards.filter(({ order }) => isSo(order)).length;
  return agree({
    official,
    cards,
    counts: {
      ...{
        due: cards.length,
        overdue: counted(({ overdue }) => overdue),
        veryLate: counted(({ veryLate }) => veryLate),
      },
      disputed: counted(({ disputes }) => disputes > 0),
      renewals: cards.reduce((sum, { order }) => sum + order.renewals, 0),
      hostAbsences: await hostAbsencesOf({ city, official }, reader.at, ledger),
    },
    more: promised.length > MOST_CARDS,
  });
};
