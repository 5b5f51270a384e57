import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { refuse, refuseField } from '../../domain/outcome.ts';
import { CITIZEN, staff } from '../../domain/owner.ts';
import type { Policies } from '../../domain/policies.ts';
import type { At, Request } from '../../domain/request.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { accept, answerInWriting, ask, decline, refer, referOut } from '../../domain/triage.ts';
import { agreed } from '../support/world.ts';
import { contextAt, MINUTES_A_DAY, reachAt, START } from './stages-of-life.ts';

const fresh = reachAt('submitted');
const context = contextAt(START);
const days = (count: number): Instant => plusMinutes(START, count * MINUTES_A_DAY);
const TEN_DAYS_LATER = '2026-06-23T16:00:00.000Z';

describe('A question to the citizen', () => {
  const given = () => agreed(ask(fresh, { text: 'Which pier?' }, context));

  test('makes the citizen the owner, for ten working days', () => {
    const { after, events, letters } = given();
    expect(after).toMatchObject({ status: 'needs-info', owner: CITIZEN, rung: 0, step: 'triage' });
    expect(after.deadline.at).toBe(TEN_DAYS_LATER);
    expect(events).toStrictEqual([{ kind: 'question-asked', at: START, by: context.by, text: 'Which pier?' }]);
    expect(letters).toStrictEqual([
      { template: 'question', to: 'applicant', facts: {}, validWhile: { statuses: ['needs-info'] } },
    ]);
  });

  test.each([
    ['all of its days on the first', START, 3],
    ['what is left later', days(2), 1],
    ['at least one day, even after the limit', days(9), 1],
  ])('leaves the unit %s', (_, at, left) => {
    expect(agreed(ask(fresh, { text: 'Which?' }, contextAt(at))).after).toMatchObject({ triageDaysLeft: left });
  });
});

test('A written answer waits for the citizen’s word', () => {
  const { after, events, letters } = agreed(answerInWriting(fresh, { text: 'It is closed.' }, context));
  expect(after).toMatchObject({ status: 'answered', owner: CITIZEN, step: 'confirmation' });
  expect(after.deadline.at).toBe(TEN_DAYS_LATER);
  expect(events).toMatchObject([{ kind: 'answered', text: 'It is closed.' }]);
  expect(letters).toMatchObject([{ template: 'answered', validWhile: { statuses: ['answered'] } }]);
});

describe('An acceptance', () => {
  const declared: Request = { ...fresh, declared: 'disability' };
  const ranked: Request = { ...declared, official: 'homes-director', unit: 'homes' };

  test('joins the queue, with a promised date', () => {
    const { after, events, letters } = agreed(accept(fresh, {}, context));
    expect(after).toMatchObject({ status: 'waiting', owner: staff('secretary', 'harbour'), acceptedAt: START });
    expect(after).not.toHaveProperty('priority');
    expect(after).not.toHaveProperty('urgent');
    // Twenty working days, without the Charter Day.
    expect(after.promised?.at).toBe('2026-07-07T16:00:00.000Z');
    expect(after.deadline).toStrictEqual(after.promised);
    expect(events).toStrictEqual([{ kind: 'accepted', at: START, by: context.by, facts: {} }]);
    expect(letters).toMatchObject([{ template: 'accepted', validWhile: { statuses: ['waiting'] } }]);
  });

  test('decides on a class that was declared', () => {
    const yes = agreed(accept(ranked, { priority: { confirmed: true, text: 'Seen.' } }, context));
    expect(yes.after).toMatchObject({ priority: 'disability', rank: 1 });
    expect(yes.events[0]).toMatchObject({ text: 'Seen.', facts: { priority: 'disability' } });
    const no = agreed(accept(ranked, { priority: { confirmed: false, text: 'No card.' } }, context));
    expect(no.after).not.toHaveProperty('priority');
    expect(no.after).not.toHaveProperty('declared');
    expect(no.events[0]).toMatchObject({ text: 'No card.', facts: { priorityRefused: 'disability' } });
  });

  test('is refused on a class that nobody declared, and without a word on one that counts', () => {
    const said = { priority: { confirmed: true, text: 'Seen.' } };
    expect(accept(fresh, said, context)).toStrictEqual(refuseField('priority', 'not-declared'));
    expect(accept(ranked, {}, context)).toStrictEqual(refuseField('priority', 'undecided'));
  });

  test('needs no word on a class at a post where classes do not count', () => {
    const { after, events } = agreed(accept(declared, {}, context));
    expect(after).toMatchObject({ status: 'waiting', rank: undefined });
    expect(events[0]?.facts).toStrictEqual({ priorityRefused: 'disability' });
    expect(agreed(accept({ ...fresh, official: 'homes-director' }, {}, context)).after.status).toBe('waiting');
    expect(accept({ ...declared, official: 'gone' }, {}, context).agreed).toBe(true);
  });

  test('of an urgent case comes first, with its reason', () => {
    const { after, events } = agreed(accept(fresh, { urgent: true, reason: 'court-date' }, context));
    expect(after).toMatchObject({ urgent: true, priority: 'court-date', rank: 0 });
    expect(events[0]?.facts).toStrictEqual({ urgent: 'court-date' });
    const unsaid = agreed(accept(fresh, { urgent: true }, context));
    expect(unsaid.after).toMatchObject({ urgent: true, rank: 0 });
    expect(unsaid.after).not.toHaveProperty('priority');
    expect(unsaid.events[0]?.facts).toStrictEqual({});
  });

  test('takes a reason for urgency only where it is urgent', () => {
    const { after, events } = agreed(accept(fresh, { reason: 'court-date' }, context));
    expect(after).not.toHaveProperty('priority');
    expect(events[0]?.facts).toStrictEqual({});
  });
});

describe('A refusal to meet', () => {
  const said = { reasonCode: 'other', text: 'No.' };

  test('may be objected to for ten working days', () => {
    const { after, events, letters } = agreed(decline(fresh, said, context));
    expect(after).toMatchObject({ status: 'declined', reasonCode: 'other', owner: CITIZEN });
    expect(after.deadline.at).toBe(TEN_DAYS_LATER);
    expect(events).toMatchObject([{ kind: 'declined', text: 'No.', facts: { reasonCode: 'other' } }]);
    expect(letters).toStrictEqual([
      { template: 'declined', to: 'applicant', facts: { reasonCode: 'other' }, validWhile: { statuses: ['declined'] } },
    ]);
  });

  test('is final the second time', () => {
    const { after, events, letters } = agreed(decline({ ...fresh, objections: 1 }, said, context));
    expect(after).toMatchObject({ status: 'closed', reason: 'declined' });
    expect(after).not.toHaveProperty('objectionUntil');
    expect(events.map(({ kind }) => kind)).toStrictEqual(['declined', 'closed']);
    expect(letters).toMatchObject([{ template: 'declined', validWhile: { statuses: ['closed'] } }]);
  });

  test('gives one of the reasons of the city, if it has a list of them', () => {
    const golf = { ...said, reasonCode: 'golf' };
    expect(decline(fresh, golf, context)).toStrictEqual(refuseField('reasonCode', 'unknown'));
    const free = { ...eastmere, city: { ...eastmere.city, declineReasons: [] } };
    expect(agreed(decline(fresh, golf, contextAt(START, undefined, free))).after).toMatchObject({ reasonCode: 'golf' });
  });
});

describe('A referral inside the city', () => {
  const to = (official: string, request: Request = fresh, by = context) =>
    refer(request, { official, text: 'Theirs.' }, by);
  const afterTwo: At<'submitted'> = { ...fresh, formerUnits: ['trams', 'waste'] };

  test('goes to the desk of the other unit, which has the whole limit once', () => {
    const { after, events, letters } = agreed(
      refer(fresh, { official: 'homes-director', text: 'Theirs.' }, contextAt(days(2))),
    );
    expect(after).toMatchObject({
      ...{ status: 'submitted', unit: 'homes', official: 'homes-director', formerUnits: ['harbour'] },
      ...{ owner: staff('expert', 'homes'), submittedAt: START, code: fresh.code },
    });
    // Three working days from Wednesday.
    expect(after.deadline.at).toBe('2026-06-15T16:00:00.000Z');
    expect(events).toMatchObject([{ kind: 'referred', text: 'Theirs.', facts: { from: 'harbour', to: 'homes' } }]);
    expect(letters).toMatchObject([{ template: 'referred', validWhile: { statuses: ['submitted'] } }]);
  });

  test('leaves a second unit what was left of the limit', () => {
    const once = agreed(to('homes-director')).after;
    const { after } = agreed(refer(once, { official: 'waste-director', text: 'Theirs.' }, contextAt(days(2))));
    expect(after.deadline.at).toBe('2026-06-11T16:00:00.000Z');
    expect(after.formerUnits).toStrictEqual(['harbour', 'homes']);
  });

  test('names a unit once, however often it had the request', () => {
    const back: Request = { ...fresh, formerUnits: ['harbour'] };
    expect(agreed(to('homes-director', back)).after.formerUnits).toStrictEqual(['harbour']);
  });

  test('is refused to nobody, to itself, and out of the city', () => {
    expect(to('nobody')).toStrictEqual(refuseField('official', 'unknown'));
    expect(to('harbour-alderman')).toStrictEqual(refuseField('official', 'same-unit'));
    const [first] = eastmere.officials;
    const officials = [
      ...eastmere.officials,
      ...(first
        ? [
            { ...first, id: 'water-board', unit: 'water' },
            { ...first, id: 'gone', endsOn: '2026-06-07' },
          ]
        : []),
    ];
    const more = contextAt(START, undefined, { ...eastmere, officials });
    expect(to('water-board', fresh, more)).toStrictEqual(refuse('outside-the-city'));
    expect(to('gone', fresh, more)).toStrictEqual(refuseField('official', 'unknown'));
  });

  test('is the coordinator’s after two of them', () => {
    const once: Request = { ...fresh, formerUnits: ['trams'] };
    expect(agreed(to('homes-director', once)).after.formerUnits).toStrictEqual(['trams', 'harbour']);
    expect(to('homes-director', afterTwo)).toStrictEqual(refuse('limit-reached', { limit: 2, decides: 'coordinator' }));
    const coordinator = contextAt(START, { actor: 'staff', username: 'coordinator' });
    expect(agreed(to('homes-director', afterTwo, coordinator)).after.unit).toBe('homes');
    const inspector = contextAt(START, { actor: 'staff', username: 'inspector' });
    expect(to('homes-director', afterTwo, inspector)).toMatchObject({ reason: 'limit-reached' });
    const users = eastmere.users.map((user) =>
      user.username === 'coordinator'
        ? { ...user, roles: [...user.roles, { role: 'clerk' as const, unit: 'hq' }] }
        : user,
    );
    const both = { ...coordinator, office: { ...eastmere, users } };
    expect(to('homes-director', afterTwo, both).agreed).toBe(true);
    const nobody = contextAt(START, { actor: 'staff', username: 'nobody' });
    expect(to('homes-director', afterTwo, nobody)).toMatchObject({ reason: 'limit-reached' });
  });

  test('by the office itself knows no limit', () => {
    expect(agreed(to('homes-director', afterTwo, contextAt(START, { actor: 'office' }))).after.unit).toBe('homes');
  });

  test('is limited by the unit’s own policy', () => {
    const policies: Policies = { ...eastmere.city.policies, referralsAllowed: 0 };
    const strict = contextAt(START, undefined, { ...eastmere, city: { ...eastmere.city, policies } });
    expect(to('homes-director', fresh, strict)).toStrictEqual(
      refuse('limit-reached', { limit: 0, decides: 'coordinator' }),
    );
  });
});

describe('A referral out of the city', () => {
  test('closes the request, which may be objected to', () => {
    const { after, events, letters } = agreed(referOut(fresh, { unit: 'water', text: 'Theirs.' }, context));
    expect(after).toMatchObject({ status: 'closed', reason: 'referred-out', objectionUntil: { at: TEN_DAYS_LATER } });
    expect(events).toMatchObject([
      { kind: 'referred-out', text: 'Theirs.', facts: { to: 'water' } },
      { kind: 'closed', facts: { reason: 'referred-out' } },
    ]);
    expect(letters).toMatchObject([{ template: 'referred-out', validWhile: { statuses: ['closed'] } }]);
  });

  test.each(['homes', 'nowhere'])('is refused to %s', (unit) => {
    expect(referOut(fresh, { unit, text: 'Theirs.' }, context)).toStrictEqual(
      refuseField('unit', 'not-outside-the-city'),
    );
  });
});
