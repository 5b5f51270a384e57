import { describe, expect, test } from 'vitest';
import { showCase } from '../../../contract/staff/case.ts';
import { convertRequest } from '../../../contract/staff/conversion.ts';
import { withdraw } from '../../../domain/citizen-word.ts';
import { take } from '../../support/lives.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const EXPERT = 'expert.harbour';
const body = { official: 'homes-director', reason: 'Only the director can decide this.' };

/** A complaint that a line has referred to the ward. */
const complained = async () => {
  const world = await createStaffWorld();
  const complaint = await world.submitRequest({ official: 'harbour-alderman', externalReference: 'CL-77/12' });
  return { world, complaint, params: { id: complaint.id } };
};
const idOf = ({ body: told }: Awaited<ReturnType<StaffWorld['call']>>, which: 'meeting' | 'complaint') =>
  (told[which] as { id: string }).id;

describe('A referred complaint that needs the official', () => {
  test('becomes a wish to meet, with its people, its words and the reference of the line; both lead to each other', async () => {
    const { world, complaint, params } = await complained();
    const converted = await world.call(EXPERT, convertRequest, { params, body });
    expect(converted).toMatchObject({
      status: 201,
      body: {
        complaint: { status: 'closed', reason: 'converted' },
        meeting: { status: 'submitted', official: 'homes-director', externalReference: 'CL-77/12' },
      },
    });
    const meeting = await world.caseFiles.read('eastmere', idOf(converted, 'meeting'));
    const before = await world.caseFiles.read('eastmere', complaint.id);
    expect(meeting?.request.links).toEqual([{ kind: 'converted-from', request: complaint.id }]);
    expect(before?.request.links).toEqual([{ kind: 'converted-from', request: meeting?.request.id, incoming: true }]);
    expect(meeting?.parties).toEqual(before?.parties);
    expect(meeting?.content.text).toBe(before?.content.text);
    expect(meeting?.events.at(-1)).toMatchObject({ kind: 'converted', facts: { from: complaint.id } });
  });

  test('is readable with its history for the unit that is asked', async () => {
    const { world, params } = await complained();
    expect((await world.call('expert.homes', showCase, { params })).status).toBe(404);
    await world.call(EXPERT, convertRequest, { params, body });
    const shown = await world.call('expert.homes', showCase, { params });
    expect(shown.status).toBe(200);
    expect(shown.body.timeline).toMatchObject([{ kind: 'submitted' }, { kind: 'converted' }, { kind: 'closed' }]);
  });

  test('is converted once: what broke off in between is finished, the rest is refused', async () => {
    const { world, complaint, params } = await complained();
    const { replace } = world.requests;
    world.requests.replace = () => Promise.reject(new Error('The process ended here.'));
    expect((await world.call(EXPERT, convertRequest, { params, body })).status).toBe(500);
    world.requests.replace = replace.bind(world.requests);
    const converted = await world.call(EXPERT, convertRequest, { params, body });
    expect(converted.status).toBe(201);
    const meetings = world.house.casesOf('eastmere').filter(({ request }) => request.id !== complaint.id);
    expect(meetings.map(({ request }) => request.id)).toEqual([idOf(converted, 'meeting')]);
    const again = await world.call(EXPERT, convertRequest, { params, body: { ...body, official: 'harbour-alderman' } });
    expect(again).toMatchObject({ status: 409, body: { type: 'already-recorded' } });
    expect(world.house.casesOf('eastmere')).toHaveLength(2);
  });

  test('is left alone once its citizen has withdrawn it, and opens nothing', async () => {
    const { world, complaint, params } = await complained();
    await take(world, complaint, (request, context) => withdraw(request, undefined, context));
    expect((await world.call(EXPERT, convertRequest, { params, body })).status).toBe(409);
    expect(
      (await world.call('manager.harbour', convertRequest, { params, body: { ...body, official: 'x' } })).status,
    ).toBe(422);
    expect(world.house.casesOf('eastmere')).toHaveLength(1);
  });
});
