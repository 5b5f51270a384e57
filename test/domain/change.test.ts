import { describe, expect, test } from 'vitest';
import { changesNextStep, conclude, event, withNextStep } from '../../domain/change.ts';
import { letter } from '../../domain/letter.ts';
import { staff } from '../../domain/owner.ts';
import type { Request } from '../../domain/request.ts';
import { contextAt, reach, SECRETARY, START, submitted } from './stages-of-life.ts';

const context = contextAt(START);
const request = submitted();

describe('A decision', () => {
  const toApplicant = letter('accepted', 'applicant');
  const toStaff = letter('message', staff('expert', 'harbour'));

  test('raises the version, and touches nothing that it does not name', () => {
    expect(conclude(request, request, context, { events: [event('asked', context)] })).toStrictEqual({
      ...{ before: request, after: { ...request, version: request.version + 1 } },
      ...{ events: [{ kind: 'asked', at: START, by: SECRETARY }], letters: [], callTasks: [], slots: [] },
    });
  });

  test('carries the slots that it touches, and writes by the way in which the applicant is reached', () => {
    const slots = [{ act: 'confirm' as const, slot: 'S1' }];
    const concluded = (reach: Request['reach']) =>
      conclude(request, { ...request, reach }, context, { events: [], letters: [toApplicant, toStaff], slots });
    expect(concluded('sms')).toMatchObject({ letters: [toApplicant, toStaff], callTasks: [], slots });
    expect(concluded('email').letters).toStrictEqual([toApplicant, toStaff]);
    expect(concluded('call')).toMatchObject({
      letters: [toStaff],
      callTasks: [{ about: 'accepted', why: 'no-contact' }],
    });
    expect(concluded('silent')).toMatchObject({ letters: [toStaff], callTasks: [] });
  });

  test('adds the calls that it asks for to those that it causes', () => {
    const byPhone: Request = { ...request, reach: 'call' };
    const [task] = conclude(byPhone, byPhone, context, { events: [], letters: [toApplicant] }).callTasks;
    if (!task) throw new Error('Who has no contact is called');
    const { callTasks } = conclude(byPhone, byPhone, context, {
      ...{ events: [], letters: [toApplicant], callTasks: [{ ...task, why: 'sample' }] },
    });
    expect(callTasks.map(({ why }) => why)).toStrictEqual(['no-contact', 'sample']);
  });
});

describe('A stage', () => {
  test('drops the fields of the one before', () => {
    const left = { ...request, metAt: START };
    expect(withNextStep(left, START)).toStrictEqual(request);
  });

  test('publishes who holds it, by when, and when the workflow looks', () => {
    const wrong: Request = {
      ...reach('in-follow-up').request,
      owner: staff('expert', 'hq'),
      until: START,
      step: 'slot',
    };
    expect(withNextStep(wrong, START)).toMatchObject({
      ...{ owner: { role: 'owner', unit: 'homes' }, step: 'follow-up', until: '2026-07-14T16:00:00.000Z' },
      deadline: { at: '2026-07-14T16:00:00.000Z' },
    });
  });

  test('is told to the workflow when its step or its instant changes', () => {
    const after = { ...request, version: 2 };
    expect(changesNextStep({ before: request, after })).toBe(false);
    expect(changesNextStep({ before: request, after: { ...after, step: 'slot' } })).toBe(true);
    expect(changesNextStep({ before: request, after: { ...after, until: START } })).toBe(true);
  });
});
