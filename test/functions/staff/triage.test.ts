import { beforeEach, describe, expect, test } from 'vitest';
import { showCase } from '../../../contract/staff/case.ts';
import {
  acceptRequest,
  answerRequest,
  askCitizen,
  declineRequest,
  referOut,
  referRequest,
} from '../../../contract/staff/triage.ts';
import type { Change } from '../../../domain/change.ts';
import { refuse } from '../../../domain/outcome.ts';
import { passDeadline } from '../../../domain/pass-deadline.ts';
import type { Requests } from '../../../domain/ports/requests.ts';
import type { Request } from '../../../domain/request.ts';
import { serveAll } from '../../../functions/http/serve.ts';
import { staffAnswers } from '../../../functions/staff/answers.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

describe('Triage', () => {
  let world: StaffWorld;
  let request: Request;
  beforeEach(async () => {
    world = await createStaffWorld();
    request = await world.submitRequest({ official: 'harbour-alderman' });
  });
  const decide = (operation: Parameters<StaffWorld['call']>[1], body: object, username = 'expert.harbour') =>
    world.call(username, operation, { params: { id: request.id }, body });

  const DECISIONS = [
    [askCitizen, { text: 'Which pier?' }, 'needs-info'],
    [answerRequest, { text: 'It is closed.' }, 'answered'],
    [acceptRequest, {}, 'waiting'],
    [acceptRequest, { urgent: true, reason: 'urgent-need' }, 'waiting'],
    [declineRequest, { reasonCode: 'not-for-a-meeting', text: 'No.' }, 'declined'],
    [referRequest, { official: 'homes-director', text: 'Theirs.' }, 'submitted'],
    [referOut, { unit: 'water', text: 'Theirs.' }, 'closed'],
  ] as const;

  test.each(DECISIONS)('$name leads where it should, and wakes the workflow', async (operation, body, status) => {
    world.clock.forward(24 * 60);
    const decided = await decide(operation, body);
    expect(decided).toMatchObject({ status: 200, body: { status, version: 2 } });
    expect(world.workflow.woken).toEqual([request.id]);
  });

  test.each(DECISIONS)('$name is refused at a later stage, which the refusal names', async (operation, body) => {
    await decide(acceptRequest, {});
    expect(await decide(operation, body)).toMatchObject({
      status: 409,
      body: { type: 'wrong-state', state: 'waiting' },
    });
  });

  test('declines only for a reason of the city', async () => {
    const declined = await decide(declineRequest, { reasonCode: 'because', text: 'No.' });
    expect(declined).toMatchObject({ status: 422, body: { fields: [{ path: 'reasonCode', problem: 'unknown' }] } });
    expect(await decide(declineRequest, { reasonCode: 'other', text: 'No.' })).toMatchObject({ status: 200 });
  });

  test('marks a request as urgent', async () => {
    const fields = [{ path: 'reason', problem: 'needed-to-pass-others' }];
    expect((await decide(acceptRequest, { urgent: true })).body).toMatchObject({ type: 'invalid', fields });
    const urgent = await decide(acceptRequest, { urgent: true, reason: 'court-date' });
    expect(urgent.body).toMatchObject({ urgent: true, priority: { confirmed: 'court-date' } });
  });

  test('confirms or refuses a declared priority, with a reason, before it counts', async () => {
    const declare = async () => {
      const priority = { class: 'disability', shown: 'A card' };
      const content = { text: 'The ramp is broken.', documents: [], fingerprint: 'F', priority };
      request = await world.submitRequest({ official: 'homes-director', content });
    };
    const accepted = (body: object) => decide(acceptRequest, body, 'expert.homes');
    const said = (confirmed: boolean) => ({ priority: { confirmed, text: 'The card was looked at.' } });
    expect((await decide(acceptRequest, said(true))).body.fields).toMatchObject([{ problem: 'not-declared' }]);
    await declare();
    expect((await accepted({})).body.fields).toMatchObject([{ path: 'priority', problem: 'undecided' }]);
    expect((await accepted(said(true))).body).toMatchObject({ priority: { confirmed: 'disability' } });
    await declare();
    expect((await accepted(said(false))).body).not.toHaveProperty('priority');
    expect(await world.requests.line('eastmere', 'homes-director', 9)).toMatchObject([{ rank: 1 }, { rank: 9 }]);
  });

  test('refers only to another unit of the city, and out of it only to a body outside', async () => {
    expect(await decide(referRequest, { official: 'nobody', text: 'x' })).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'official', problem: 'unknown' }] },
    });
    expect((await decide(referRequest, { official: 'harbour-alderman', text: 'x' })).body.fields).toMatchObject([
      { problem: 'same-unit' },
    ]);
    expect((await decide(referOut, { unit: 'homes', text: 'x' })).body.fields).toMatchObject([
      { problem: 'not-outside-the-city' },
    ]);
  });

  test('lets the old unit read on after a referral, and no more', async () => {
    await decide(referRequest, { official: 'homes-director', text: 'Theirs.' });
    expect((await world.call('expert.harbour', showCase, { params: { id: request.id } })).status).toBe(200);
    expect((await decide(acceptRequest, {})).status).toBe(404);
    expect((await decide(acceptRequest, {}, 'expert.homes')).status).toBe(200);
  });

  test('ends referring at the limit: then the coordinator decides', async () => {
    await decide(referRequest, { official: 'homes-director', text: 'Theirs.' });
    await decide(referRequest, { official: 'waste-director', text: 'Theirs.' }, 'expert.homes');
    const third = await decide(referRequest, { official: 'hq-mayor', text: 'Theirs.' }, 'expert.waste');
    expect(third).toMatchObject({ status: 409, body: { type: 'limit-reached', facts: { decides: 'coordinator' } } });
    expect((await decide(referRequest, { official: 'hq-mayor', text: 'Yours.' }, 'coordinator')).status).toBe(200);
  });

  test('gives whoever the matter has climbed to the right to decide', async () => {
    expect((await decide(acceptRequest, {}, 'inspector')).status).toBe(404);
    world.clock.moveTo(request.until);
    const climbed = passDeadline(request, world.context({ actor: 'office' }));
    if (climbed) await world.requests.replace(climbed);
    expect((await decide(acceptRequest, {}, 'manager.harbour')).status).toBe(200);
  });
});

describe('A lost race', () => {
  const racing = (requests: Requests, losses: number): Requests => {
    let lost = 0;
    return new Proxy(requests, {
      get: (port, name) =>
        name === 'replace' && lost < losses
          ? async (_: Change) => {
              lost += 1;
              return refuse('changed-meanwhile');
            }
          : Reflect.get(port, name).bind(port),
    });
  };

  test.each([
    ['once is decided again on what stands there then', 1, 200],
    ['twice is told', 2, 409],
  ])('%s', async (_, losses, status) => {
    const world = await createStaffWorld();
    const request = await world.submitRequest({ official: 'harbour-alderman' });
    const handler = serveAll(staffAnswers, { ...world, requests: racing(world.requests, losses) });
    expect(
      (await world.callOn(handler, 'expert.harbour', acceptRequest, { params: { id: request.id }, body: {} })).status,
    ).toBe(status);
  });
});
