import { describe, expect, test } from 'vitest';
import { objectTo, rate } from '../../domain/after-closing.ts';
import { addInformation, askOffice, confirmWhole, respond, withdraw } from '../../domain/citizen-word.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Request } from '../../domain/request.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { ask, decline, refer } from '../../domain/triage.ts';
import { schedule } from '../../domain/turns.ts';
import { agreed } from '../support/world.ts';
import { contextAt, MINUTES_A_DAY, reach, SECRETARY, START, slotIn, submitted } from './stages-of-life.ts';

const at = (instant: Instant) => contextAt(instant);
const letPass = (request: Request): Request => {
  const change = passDeadline(request, contextAt(request.until, THE_OFFICE));
  if (!change) throw new Error('A deadline that has passed is a duty');
  return change.after;
};

describe('While the citizen completes a request', () => {
  test('the unit’s clock stands still, and runs on with what was left of it', () => {
    const request = submitted();
    expect(request.deadline.at).toBe('2026-06-11T16:00:00.000Z');
    // Two of three working days have gone.
    const asked = agreed(ask(request, { text: 'Which?' }, at('2026-06-10T09:00:00.000Z'))).after;
    expect(asked).toMatchObject({ status: 'needs-info', triageDaysLeft: 1, owner: { kind: 'citizen' } });
    const answered = agreed(
      addInformation(asked, { text: 'East.', documents: [] }, at('2026-06-18T09:00:00.000Z')),
    ).after;
    expect(answered).toMatchObject({ status: 'submitted', deadline: { at: '2026-06-19T16:00:00.000Z' } });
  });

  test('silence gives the request back to the unit, which decides on what it has', () => {
    const asked = agreed(ask(submitted(), { text: 'Which?' }, at(START))).after;
    const back = letPass(asked);
    expect(back).toMatchObject({ status: 'submitted', owner: { role: 'expert', unit: 'harbour' } });
    expect(back.until > asked.until).toBe(true);
  });

  test('nobody is handed a deadline that has passed', () => {
    const late = agreed(ask(submitted(), { text: 'Which?' }, at('2026-06-11T15:59:00.000Z'))).after;
    expect(late).toMatchObject({ triageDaysLeft: 1 });
  });
});

describe('An objection', () => {
  const declined = () => reach('declined').request;
  const objected = () => agreed(objectTo(declined(), 'But yes.', at(START))).after;

  test('to a decline goes one rank up', () => {
    expect(objected()).toMatchObject({
      status: 'submitted',
      rung: 1,
      owner: { role: 'unit-manager', unit: 'harbour' },
    });
  });

  test('stays one rank up when the citizen is asked something meanwhile', () => {
    const asked = agreed(ask(objected(), { text: 'Which?' }, at(START))).after;
    const back = agreed(addInformation(asked, { text: 'East.', documents: [] }, at(START))).after;
    expect(back.owner).toMatchObject({ role: 'unit-manager', unit: 'harbour' });
    expect(letPass(asked).owner).toMatchObject({ role: 'unit-manager' });
  });

  test('is made once: a second decline is final', () => {
    const again = agreed(decline(objected(), { reasonCode: 'other', text: 'Still no.' }, at(START))).after;
    expect(again).toMatchObject({ status: 'closed', reason: 'declined' });
    expect(objectTo(again, 'But yes!', at(START))).toMatchObject({ reason: 'objection-used' });
  });

  test('is possible until its limit, and too late after it', () => {
    const request = declined();
    expect(objectTo(request, 'x', at(request.deadline.at)).agreed).toBe(true);
    expect(objectTo(request, 'x', at(plusMinutes(request.deadline.at, 1)))).toMatchObject({ reason: 'too-late' });
    expect(letPass(request)).toMatchObject({ status: 'closed', reason: 'declined' });
  });

  test('to a closing opens every order again, one rung up, and keeps when the meeting was', () => {
    const { request, at: then } = reach('closed');
    const open = agreed(objectTo(request, 'It fell down.', at(then))).after;
    expect(open).toMatchObject({
      status: 'in-follow-up',
      metAt: request.status === 'closed' ? request.metAt : '',
      orders: [{ status: 'open', rung: 1, disputes: 1 }],
    });
    expect(open).not.toHaveProperty('orders.0.settledAt');
  });

  test('to a meeting that came to nothing goes back to its record, with the manager', () => {
    const { request, at: then } = reach('met');
    const awaiting = agreed(recordOutcome(request, { result: 'met', orders: [] }, at(then))).after;
    const silent = letPass(awaiting);
    expect(silent).toMatchObject({ status: 'closed', reason: 'settled-silently' });
    const again = agreed(objectTo(silent, 'No.', at(awaiting.until))).after;
    expect(again).toMatchObject({ status: 'met', rung: 1, metAt: request.status === 'met' ? request.metAt : '' });
  });

  test('is no way back after one’s own withdrawal', () => {
    const withdrawn = agreed(withdraw(submitted(), undefined, at(START))).after;
    expect(objectTo(withdrawn, 'x', at(START))).toMatchObject({ reason: 'wrong-state' });
  });
});

describe('After a meeting without orders', () => {
  const awaiting = () => {
    const { request, at: then } = reach('met');
    return { request: agreed(recordOutcome(request, { result: 'met', orders: [] }, at(then))).after, then };
  };

  test('the citizen’s yes closes it as resolved', () => {
    const { request, then } = awaiting();
    expect(agreed(confirmWhole(request, true, undefined, at(then))).after).toMatchObject({ reason: 'resolved' });
  });

  test('the citizen’s no gives it back, one rung up', () => {
    const { request, then } = awaiting();
    expect(agreed(confirmWhole(request, false, 'No.', at(then))).after).toMatchObject({ status: 'met', rung: 1 });
  });
});

describe('A no-show', () => {
  const scheduled = () => {
    const { request } = reach('waiting');
    return agreed(schedule(request, slotIn(7, request, START), at(START))).after;
  };
  const missed = (request: Request) =>
    agreed(recordAttendance(request, 'no-show', at(request.appointment?.endsAt ?? START))).after;

  test('waits again once, without the turn that was missed', () => {
    const again = missed(scheduled());
    expect(again).toMatchObject({ status: 'waiting', noShows: 1 });
    expect(again).not.toHaveProperty('appointment');
  });

  test('closes the second time, and may object to that', () => {
    const again = missed(scheduled());
    const then = plusMinutes(START, 8 * MINUTES_A_DAY);
    const twice = missed(agreed(schedule(again, slotIn(7, again, then), at(then))).after);
    expect(twice).toMatchObject({ status: 'closed', reason: 'no-show', noShows: 2, objectionUntil: {} });
    const back = agreed(objectTo(twice, 'I was in hospital.', at(plusMinutes(then, 7 * MINUTES_A_DAY + 20)))).after;
    expect(back).toMatchObject({ status: 'submitted', rung: 1 });
    expect(back).not.toHaveProperty('appointment');
  });

  test('of the host is never the citizen’s: head of the queue, counted against the unit', () => {
    const request = scheduled();
    const then = request.appointment?.endsAt ?? START;
    const change = agreed(recordAttendance(request, 'host-absent', at(then)));
    expect(change.after).toMatchObject({ status: 'waiting', urgent: true, hostAbsences: 1, noShows: 0 });
    expect(change.slots).toMatchObject([{ act: 'release' }]);
  });

  test('is not turned into a withdrawal once the turn has begun', () => {
    const request = scheduled();
    const startsAt = request.appointment?.startsAt ?? START;
    expect(withdraw(request, undefined, at(plusMinutes(startsAt, -1))).agreed).toBe(true);
    expect(withdraw(request, undefined, at(startsAt))).toMatchObject({
      reason: 'too-late',
      details: { until: startsAt },
    });
  });

  test('is not recorded before the turn begins', () => {
    const request = scheduled();
    const before = plusMinutes(request.appointment?.startsAt ?? START, -1);
    expect(recordAttendance(request, 'no-show', at(before))).toMatchObject({ reason: 'session-impossible' });
    expect(recordAttendance(request, 'arrived', at(before)).agreed).toBe(true);
  });
});

describe('A referral', () => {
  const to = (request: Request, official: string, then = START, by = SECRETARY) =>
    refer(request, { official, text: 'Theirs.' }, contextAt(then, by));

  test('keeps code and first submission, and gives the limit once anew', () => {
    const request = submitted();
    const wednesday = '2026-06-10T09:00:00.000Z';
    const once = agreed(to(request, 'homes-director', wednesday)).after;
    expect(once).toMatchObject({
      ...{ status: 'submitted', code: request.code, submittedAt: request.submittedAt, unit: 'homes' },
      ...{ formerUnits: ['harbour'], deadline: { at: '2026-06-15T16:00:00.000Z' } },
    });
    const twice = agreed(to(once, 'waste-director', '2026-06-12T09:00:00.000Z')).after;
    expect(twice.deadline.at).toBe(once.deadline.at);
  });

  test('is decided by the coordinator after two', () => {
    const twice = agreed(to(agreed(to(submitted(), 'homes-director')).after, 'waste-director')).after;
    expect(to(twice, 'hq-mayor')).toMatchObject({ reason: 'limit-reached' });
    expect(to(twice, 'hq-mayor', START, { actor: 'staff', username: 'coordinator' }).agreed).toBe(true);
  });

  test('cannot dodge the limit by going back and forth', () => {
    let request = submitted();
    for (const official of ['homes-director', 'harbour-alderman']) request = agreed(to(request, official)).after;
    expect(to(request, 'homes-director')).toMatchObject({ reason: 'limit-reached' });
  });
});

describe('The citizen', () => {
  test('answers an answer: solved, or still wanting to meet with the place in the queue', () => {
    const { request } = reach('answered');
    expect(agreed(respond(request, 'solved', at(START))).after).toMatchObject({ status: 'closed', reason: 'answered' });
    expect(agreed(respond(request, 'still-want-to-meet', at(START))).after).toMatchObject({
      ...{ status: 'waiting', submittedAt: request.submittedAt },
    });
    expect(letPass(request)).toMatchObject({ status: 'closed', reason: 'answered' });
  });

  test('asks at any time before the end, which changes nothing but the timeline, and is told to whoever holds it', () => {
    const { request } = reach('waiting');
    const change = agreed(askOffice(request, { text: 'When?' }, at(START)));
    expect(change.after).toEqual({ ...request, version: request.version + 1 });
    expect(change.letters).toMatchObject([{ template: 'message', to: { role: 'secretary', unit: 'harbour' } }]);
    expect(askOffice(request, { text: 'x', order: 7 }, at(START))).toMatchObject({ reason: 'not-found' });
    expect(askOffice(reach('closed').request, { text: 'x' }, at(START))).toMatchObject({ reason: 'wrong-state' });
  });

  test('rates once, after the end', () => {
    const { request } = reach('closed');
    const rated = agreed(rate(request, { stars: 5 }, at(START))).after;
    expect(rate(rated, { stars: 1 }, at(START))).toMatchObject({ reason: 'already-recorded' });
  });
});
