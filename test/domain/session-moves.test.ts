import { describe, expect, test } from 'vitest';
import { refuse, refuseField } from '../../domain/outcome.ts';
import { followSession, isTold, suits, waitForHolder } from '../../domain/session-moves.ts';
import { plusMinutes } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reachAt, START, slotIn } from './stages-of-life.ts';

const ID = '00000000000000000000000000';
const waiting = reachAt('waiting');
const scheduled = { ...reachAt('scheduled'), id: ID };
const offered = { ...reachAt('offered'), id: ID };
const context = contextAt(START);
const MOVED = { mark: 'monday.2', tells: 'moved' as const };
const STAND_IN = { mark: 'monday.3', tells: 'stand-in' as const };
const turn = scheduled.appointment;
const [offeredTurn] = offered.offered;
const offeredSlot = offeredTurn?.slot ?? '';
const back = (slot: string) => ({
  ...{ act: 'release', slot, freeFrom: plusMinutes(START, 5), openFrom: plusMinutes(START, 20) },
});

const slotLike = ({ slot, session, startsAt, endsAt }: typeof turn) => ({
  ...{ id: slot, session, startsAt, endsAt, official: 'harbour-alderman' },
});

describe('News of a session', () => {
  const facts = { session: 'session', change: 'monday.2' };
  const line = { kind: 'moved' as const, at: START, by: context.by };

  test('is told once, of this session and this change', () => {
    expect(isTold([line, { ...line, facts }], 'session', MOVED)).toBe(true);
    expect(isTold([{ ...line, facts }], 'session', STAND_IN)).toBe(false);
    expect(isTold([{ ...line, facts }], 'another', MOVED)).toBe(false);
    expect(isTold([line], 'session', MOVED)).toBe(false);
    expect(isTold([], 'session', MOVED)).toBe(false);
  });
});

describe('A turn whose session is moved', () => {
  const slot = { ...slotLike(turn), startsAt: slotIn(8, scheduled, START).startsAt };
  const given = () => agreed(followSession({ ...scheduled, moves: 1 }, slot, MOVED, context));

  test('goes along with it, and counts as nobody’s move', () => {
    const { after, slots } = given();
    expect(after).toMatchObject({
      ...{ status: 'scheduled', moves: 1, turns: 2, appointment: { slot: turn.slot, startsAt: slot.startsAt } },
      reminders: ['2026-06-14T09:30:00.000Z', '2026-06-15T16:00:00.000Z'],
    });
    expect(slots).toStrictEqual([{ act: 'confirm', slot: turn.slot }]);
  });

  test('is told once, by the mark of the change', () => {
    const { events, letters } = given();
    expect(events).toStrictEqual([
      {
        ...{ kind: 'moved', at: START, by: context.by },
        facts: {
          ...{ startsAt: slot.startsAt, session: 'session', slot: turn.slot, change: 'monday.2' },
          ...{ from: turn.slot, fromStartsAt: turn.startsAt },
        },
      },
    ]);
    expect(letters.map(({ template }) => template)).toStrictEqual(['moved']);
    expect(isTold(events, 'session', MOVED)).toBe(true);
  });

  test('keeps the line about reminders that no longer fit as it is', () => {
    const soon = { ...slot, startsAt: slotIn(1, scheduled, START).startsAt };
    const lines = agreed(followSession(scheduled, soon, MOVED, context)).events;
    expect(lines[1]).toMatchObject({ kind: 'reminder-dropped', facts: { dropped: '1' } });
    expect(lines[1]?.facts).not.toHaveProperty('change');
  });

  test('is refused into the past', () => {
    const past = { ...slot, startsAt: plusMinutes(START, -1) };
    expect(followSession(scheduled, past, MOVED, context)).toStrictEqual(refuse('slot-gone', { why: 'in-the-past' }));
  });
});

describe('A turn whose session has another place or host', () => {
  test('stays, and its citizen is told', () => {
    const { after, events, letters, slots } = agreed(followSession(scheduled, slotLike(turn), STAND_IN, context));
    const facts = { startsAt: turn.startsAt, session: 'session', slot: turn.slot };
    expect(after).toStrictEqual({ ...scheduled, version: scheduled.version + 1 });
    expect(events).toStrictEqual([
      { kind: 'stand-in', at: START, by: context.by, facts: { ...facts, change: 'monday.3' } },
    ]);
    expect(letters).toStrictEqual([
      {
        ...{ template: 'stand-in', to: 'applicant', facts },
        validWhile: { statuses: ['scheduled'], appointment: 1, before: turn.startsAt },
      },
    ]);
    expect(slots).toStrictEqual([]);
  });

  test('is not that of another slot, nor of a request without one', () => {
    const other = { ...slotLike(turn), id: 'other' };
    expect(followSession(scheduled, other, MOVED, context)).toStrictEqual(
      refuse('wrong-state', { status: 'scheduled' }),
    );
    expect(followSession(offered, other, MOVED, context)).toStrictEqual(refuse('wrong-state', { status: 'offered' }));
    expect(followSession(waiting, slotLike(turn), MOVED, context)).toStrictEqual(
      refuse('wrong-state', { status: 'waiting' }),
    );
  });
});

describe('An offer of a turn whose session changes', () => {
  const soon = slotIn(1, offered, START);
  const slot = { ...slotLike(offeredTurn ?? turn), startsAt: soon.startsAt, endsAt: soon.endsAt };

  test('goes along with it, never beyond the start of its turns', () => {
    const other = { ...turn, slot: 'b' };
    const two = { ...offered, offered: [...offered.offered, other] };
    const { after, events, letters } = agreed(followSession(two, slot, MOVED, context));
    expect(after).toMatchObject({
      offered: [{ slot: offeredSlot, startsAt: soon.startsAt, endsAt: soon.endsAt, number: 1 }, other],
      deadline: { at: soon.startsAt, sum: offered.deadline.sum },
    });
    expect(events).toMatchObject([
      { kind: 'moved', facts: { startsAt: soon.startsAt, session: 'session', slot: offeredSlot, change: 'monday.2' } },
    ]);
    expect(letters).toStrictEqual([
      {
        ...{ template: 'offered', to: 'applicant' },
        facts: { startsAt: soon.startsAt, session: 'session', until: soon.startsAt },
        validWhile: { statuses: ['offered'], before: soon.startsAt },
      },
    ]);
  });

  test('ends an hour before, where silence keeps the turn', () => {
    const kept = { ...offered, silenceKeeps: true as const };
    expect(agreed(followSession(kept, slot, MOVED, context)).after.until).toBe(plusMinutes(soon.startsAt, -60));
  });

  test('keeps its end where its turns are later', () => {
    const late = { ...slot, startsAt: slotIn(9, offered, START).startsAt };
    expect(agreed(followSession(offered, late, MOVED, context)).after.until).toBe(offered.until);
  });

  test('is told of another host, and not of another place alone', () => {
    const same = slotLike(offeredTurn ?? turn);
    expect(agreed(followSession(offered, same, MOVED, context)).letters).toStrictEqual([]);
    const { letters, events } = agreed(followSession(offered, same, STAND_IN, context));
    expect(letters.map(({ template }) => template)).toStrictEqual(['stand-in']);
    expect(events.map(({ kind }) => kind)).toStrictEqual(['stand-in']);
  });
});

describe('A citizen who would rather wait for the holder of the post', () => {
  const facts = { startsAt: turn.startsAt, session: 'session', slot: turn.slot };

  test('goes back to the old place in the queue, and it counts as neither a pass nor a move', () => {
    const { after, events, letters, slots } = agreed(waitForHolder(scheduled, ['other', 'session'], context));
    expect(after).toMatchObject({ status: 'waiting', forHolder: true, passes: 0, moves: 0 });
    expect(events).toStrictEqual([{ kind: 'waits-for-holder', at: START, by: context.by, facts }]);
    expect(letters).toStrictEqual([{ template: 'cancelled', to: 'applicant', facts, validWhile: {} }]);
    expect(slots).toStrictEqual([back(turn.slot)]);
  });

  test('may say so of an offer too', () => {
    const { after, slots } = agreed(waitForHolder(offered, ['session'], context));
    expect(after).toMatchObject({ status: 'waiting', forHolder: true, passes: 0 });
    expect(slots).toStrictEqual([back(offeredSlot)]);
    const mixed = { ...offered, offered: [{ ...turn, session: 'other', slot: 'b' }, ...offered.offered] };
    expect(agreed(waitForHolder(mixed, ['session'], context)).events[0]?.facts?.slot).toBe(offeredSlot);
  });

  test('may say so only of a turn with a stand-in, before it begins', () => {
    expect(waitForHolder(scheduled, ['other'], context)).toStrictEqual(refuse('wrong-state', { status: 'scheduled' }));
    expect(waitForHolder(waiting, ['session'], context)).toStrictEqual(refuse('wrong-state', { status: 'waiting' }));
    expect(waitForHolder(scheduled, ['session'], contextAt(turn.startsAt))).toStrictEqual(
      refuse('too-late', { until: turn.startsAt }),
    );
    expect(waitForHolder(scheduled, ['session'], contextAt(plusMinutes(turn.startsAt, -1))).agreed).toBe(true);
  });

  test('is offered no turn with a stand-in any more', () => {
    const forHolder = { ...waiting, forHolder: true as const };
    expect(suits({ standIn: 'hq-deputy' }, forHolder)).toBe(false);
    expect(suits({}, forHolder)).toBe(true);
    expect(suits({ standIn: 'hq-deputy' }, { ...waiting, forHolder: undefined })).toBe(true);
    expect(suits({ standIn: 'hq-deputy' }, waiting)).toBe(true);
    expect(suits({ standIn: 'hq-deputy' }, reachAt('submitted'))).toBe(true);
  });
});

test('A turn is of the request’s own official, wherever its session goes', () => {
  const slot = { ...slotLike(turn), official: 'hq-mayor', startsAt: slotIn(8, scheduled, START).startsAt };
  expect(followSession(scheduled, slot, MOVED, context)).toStrictEqual(refuseField('slot', 'other-official'));
});
