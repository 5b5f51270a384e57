import type { Change } from '../../../domain/change.ts';
import { calendarOf, type Office } from '../../../domain/office.ts';
import { isOpen, type Order, openQuestion } from '../../../domain/order.ts';
import type { Instant } from '../../../domain/time.ts';
import { closeAfter, comesToWork, isVacant, ladderOnPaper, nameOf } from './ladder-on-paper.ts';

/** What was seen in all lives, so that a test can tell that it has seen enough. */
export const newTally = () => ({ orders: 0, climbs: 0, vacancies: 0, atTheTop: 0, messages: 0 });

/** Looks at every change of one request's orders, knows the ladder on paper only, and notes what is not as it should be. */
export const watcherOf = (office: Office, tally: ReturnType<typeof newTally>) => {
  const faults: string[] = [];
  const told = new Set<string>();
  /** How often each order has begun anew: renewed, disputed, handed over. */
  const beginnings = new Map<number, number>();
  const ladders = new Map<string, ReturnType<typeof ladderOnPaper>>();
  const ladderOf = (unit: string) => {
    const ladder = ladders.get(unit) ?? ladderOnPaper(office, unit);
    ladders.set(unit, ladder);
    return ladder;
  };
  const expect = (isSo: boolean, what: string, { number }: Pick<Order, 'number'>, at: Instant) => {
    if (!isSo) faults.push(`Order ${number} at ${at}: ${what}`);
  };

  const standsOnOneRung = (order: Order, at: Instant) => {
    const { names } = ladderOf(order.unit);
    if (!isOpen(order)) return expect(order.climbsAt === undefined, 'is settled and climbs', order, at);
    expect(names[order.rung] === nameOf(order.owner), `stands on rung ${order.rung} but is elsewhere`, order, at);
    expect((order.climbsAt ?? '') > at, 'should have climbed and has not', order, at);
  };

  const tellsOnce = ({ letters, before }: Change, at: Instant) => {
    for (const { template, to, facts, gatheredAt = '' } of letters) {
      if (template !== 'escalated' || to === 'applicant' || to.kind !== 'staff') continue;
      for (const number of (facts.order ?? '').split(' ').map(Number)) {
        const key = [number, beginnings.get(number), nameOf(to)].join();
        expect(!told.has(key), `is told twice to ${nameOf(to)}`, { number }, at);
        told.add(key);
        tally.messages += 1;
        expect(gatheredAt === comesToWork(office, to.unit, at), 'is told outside working time', { number }, at);
        expect(
          before.orders.some((order) => order.number === number),
          'is told of and unknown',
          { number },
          at,
        );
      }
    }
  };

  const climbsRightly = (before: Order, after: Order, { events, letters }: Change, at: Instant) => {
    const { names, days } = ladderOf(before.unit);
    const top = names.length - 1;
    const passed = names.slice(before.rung + 1, Math.min(after.rung, top));
    expect((before.climbsAt ?? at) <= at, 'has climbed before its time', before, at);
    if (openQuestion(before))
      return expect(after.rung === before.rung, 'climbs while its citizen must act', before, at);
    tally.climbs += 1;
    tally.vacancies += passed.length;
    if (before.rung === top) {
      tally.atTheTop += 1;
      expect(after.rung === top, 'leaves the top', before, at);
    } else {
      expect(after.rung > before.rung && after.rung <= top, `goes from ${before.rung} to ${after.rung}`, before, at);
      expect(
        passed.every((name) => isVacant(office, name, at)),
        'skips a rung that is held',
        before,
        at,
      );
      expect(after.rung === top || !isVacant(office, names[after.rung] ?? '', at), 'rests with nobody', before, at);
    }
    const lines = events.filter(({ facts }) => facts?.order === String(before.number));
    const vacant = lines
      .filter(({ kind }) => kind === 'rung-vacant')
      .map(({ facts }) => `${facts?.role} of ${facts?.unit}`);
    expect(vacant.join() === passed.join(), 'does not say whom it passed', before, at);
    const isUp = after.rung > before.rung;
    const climbs = lines.filter(({ kind, facts }) => kind === 'escalated' && facts?.why !== undefined);
    expect(climbs.length === (isUp ? 1 : 0), 'does not say why it climbed', before, at);
    const isTold = letters.some(
      ({ to, facts }) =>
        to !== 'applicant' &&
        nameOf(to) === nameOf(after.owner) &&
        facts.order?.split(' ').includes(String(after.number)),
    );
    expect(isTold === isUp, isUp ? 'comes to somebody who is not told' : 'is told though it stays', before, at);
    const until = closeAfter(calendarOf(office, before.unit), at, days[Math.min(after.rung, top)] ?? 0);
    expect(after.climbsAt === until, `has until ${after.climbsAt} and not until ${until}`, before, at);
  };

  return {
    faults,
    begins(order: Pick<Order, 'number'>) {
      beginnings.set(order.number, (beginnings.get(order.number) ?? 0) + 1);
    },
    acted(change: Change, at: Instant) {
      tellsOnce(change, at);
      for (const order of change.after.orders) standsOnOneRung(order, at);
    },
    climbed(change: Change, at: Instant) {
      change.after.orders.forEach((after, index) => {
        const before = change.before.orders[index] ?? after;
        if (before !== after && JSON.stringify(before) !== JSON.stringify(after))
          climbsRightly(before, after, change, at);
      });
      this.acted(change, at);
    },
  };
};
export type Watcher = ReturnType<typeof watcherOf>;
