import * as fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CITIZEN_OPERATIONS } from '../../../contract/citizen/operations.ts';
import { trackRequest, withdrawRequest } from '../../../contract/citizen/requests.ts';
import { submitRequest } from '../../../contract/citizen/submission.ts';
import { jsonSchema } from '../../../contract/json-schema.ts';
import type { Operation } from '../../../contract/operation.ts';
import { PARTNER_OPERATIONS } from '../../../contract/partner/operations.ts';
import { citizenAnswers } from '../../../functions/citizen/answers.ts';
import { exampleOf } from '../../../functions/docs/example-of.ts';
import { nodeOf } from '../../../functions/docs/schema-fields.ts';
import { partnerAnswers } from '../../../functions/partner/answers.ts';
import { type CitizenWorld, createCitizenWorld, SUBMISSION } from './citizen-world.ts';

const ALL: readonly Operation[] = [...CITIZEN_OPERATIONS, ...PARTNER_OPERATIONS];
const OF_CITIZENS = ALL.filter(({ caller }) => caller === 'citizen');
const OF_ONE_REQUEST = OF_CITIZENS.filter(({ path }) => path.includes('{id}'));
const UNKNOWN = '0123456789ABCDEFGHJKMNPQRS';

/** A body that the operation's schema takes. */
const goodBody = ({ body }: Operation) => (body ? { body: exampleOf(nodeOf(jsonSchema(body, 'input'))) } : {});

test('Every operation has its answer', () => {
  expect(citizenAnswers.map(({ operation }) => operation)).toEqual(expect.arrayContaining([...CITIZEN_OPERATIONS]));
  expect(partnerAnswers.map(({ operation }) => operation)).toEqual([...PARTNER_OPERATIONS]);
});

describe('Over the wire', () => {
  let world: CitizenWorld;
  let token: string;
  beforeEach(async () => {
    world = await createCitizenWorld();
    token = await world.sessionOf();
  });

  test.each([
    ['fa', 'چیزی یافت نشد یا دیدن آن برای شما مجاز نیست.'],
    ['en', 'Nothing was found here, or it is not yours to see.'],
  ])('An address that leads nowhere is told in the caller’s language: %s', async (language, title) => {
    const nowhere = { ...withdrawRequest, path: '/v1/{city}/no/such/thing' } as const;
    expect(await world.call(nowhere, { language })).toMatchObject({ status: 404, body: { type: 'not-found', title } });
  });

  test.each(OF_CITIZENS)('$name asks for a proof', async (operation) => {
    const params = { id: UNKNOWN, order: '1' };
    expect(await world.call(operation, { params, ...goodBody(operation) })).toMatchObject({
      status: 401,
      body: { type: 'sign-in-needed' },
    });
    expect((await world.call(operation, { params, token: 'forged', ...goodBody(operation) })).status).toBe(401);
  });

  test.each(OF_ONE_REQUEST)('$name tells nobody whether a foreign request exists', async (operation) => {
    const request = await world.submitted();
    const slots = await world.planMonday();
    const stranger = await world.sessionOf('+447700900999');
    const good = goodBody(operation);
    const body = operation.path.includes('slot') ? { body: { slot: slots[0]?.id } } : good;
    const [foreign, unknown, malformed] = await Promise.all(
      [request.id, UNKNOWN, 'x'].map((id) =>
        world.call(operation, { token: stranger, params: { id, order: '1' }, ...body }),
      ),
    );
    expect(foreign).toEqual(unknown);
    expect(foreign).toEqual(malformed);
    expect(foreign).toMatchObject({ status: 404, body: { type: 'not-found' } });
  });

  test('JSON that cannot be read is malformed, and what is too large is not read', async () => {
    const told = { token, key: 'a-good-key' };
    expect(await world.call(submitRequest, { ...told, body: '{"official":' })).toMatchObject({
      status: 400,
      body: { type: 'malformed' },
    });
    const text = 'x'.repeat(300 * 1024);
    expect(await world.call(submitRequest, { ...told, body: { ...SUBMISSION, text } })).toMatchObject({ status: 413 });
  });

  test('a city that is not there is not found, nor is a session of another city', async () => {
    expect(
      (await world.call(submitRequest, { token, city: 'atlantis', key: 'a-good-key', body: SUBMISSION })).status,
    ).toBe(404);
    const elsewhere = await world.keys.signSession('tehran', {
      ...{ proof: 'contact', key: world.keys.hash('eastmere', 'contact', '+447700900123') },
      expiresAt: '2030-01-01T00:00:00.000Z',
    });
    expect((await world.call(trackRequest, { token: elsewhere, params: { id: UNKNOWN } })).status).toBe(401);
  });

  test('our own fault says so, and nothing of what went wrong inside', async () => {
    world.requests.find = async () => {
      throw new Error('table of +447700900123 is away');
    };
    const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const reply = await world.call(withdrawRequest, { token, params: { id: UNKNOWN }, body: {}, language: 'fa' });
    const log = logged.mock.calls.join();
    logged.mockRestore();
    expect(reply).toEqual({ status: 500, body: { type: 'fault', status: 500, title: expect.stringMatching(/خطایی/) } });
    expect(log).toContain('withdraw-request');
    expect(log).not.toContain('7700');
  });
});

describe('Random bodies', () => {
  let world: CitizenWorld;
  let token: string;
  let id: string;
  beforeAll(async () => {
    world = await createCitizenWorld();
    token = await world.sessionOf();
    await world.directory.put(world.city, 'partner', { clientId: 'line', channel: 'street-line' });
    id = (await world.submitted()).id;
    await world.planMonday();
  });

  /** Something sound with something broken in it, or anything at all. */
  const bodies = (sound: unknown) => {
    const anything = fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.constant(''));
    const fields = sound !== null && typeof sound === 'object' ? Object.keys(sound) : [];
    const broken = fc
      .record({
        field: fc.constantFrom(...(fields.length > 0 ? fields : ['x'])),
        value: fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 60 })),
      })
      .map(({ field, value }) => JSON.stringify({ ...(sound as object), [field]: value }));
    return fc.oneof(anything, broken);
  };

  test.each(ALL.filter(({ body }) => body))('never shake $name', async (operation) => {
    const sound = operation === submitRequest ? SUBMISSION : goodBody(operation).body;
    await fc.assert(
      fc.asyncProperty(bodies(sound), fc.string({ unit: 'grapheme', maxLength: 40 }), async (body, key) => {
        const params = { id, order: '1', reference: 'R-1' };
        const { status } = await world.call(operation, { token, client: 'line', params, body, key });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(ALL.filter((operation) => Object.keys(operation.query.shape).length > 0))(
    'nor random queries $name',
    async (operation) => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (value) => {
          const query = { code: value, after: value, official: value };
          expect((await world.call(operation, { token, query })).status).toBeLessThan(500);
        }),
        { numRuns: 500 },
      );
    },
  );
});
