import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STAFF_OPERATIONS } from '../../../contract/staff/operations.ts';
import { operationNamed, type Telling, tellings } from './every-operation.ts';
import { EVERYBODY } from './everybody.ts';
import { createStaffWorld } from './staff-world.ts';

const oddities = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...['', ' ', '\u0000', '\ud800', '__proto__', '../../etc', '۱۲۳', '\u202e', '0'.repeat(4000), 'A'.repeat(26)],
    ...['0000-01-01', '9999-12-31', '2026-02-30', '1900-01-01', '2199-12-31', '24:00', '2026-06-15'],
    ...[-1, 0, 1, 1e21, Number.MAX_SAFE_INTEGER, 0.1, null, true, [], {}],
  ),
);

type Change = { readonly at: number; readonly odd: unknown; readonly act: 'replace' | 'drop' | 'add' };
const changes = fc.array(
  fc.record({
    at: fc.nat(30),
    odd: oddities,
    act: fc.constantFrom('replace' as const, 'drop' as const, 'add' as const),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Every place of a value that can be changed, each with its holder. */
const placesIn = (value: unknown): { holder: Record<string, unknown>; key: string }[] =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).flatMap((key) => {
        const holder = value as Record<string, unknown>;
        return [{ holder, key }, ...placesIn(holder[key])];
      })
    : [];

const spoilt = (telling: Telling, spoiling: readonly Change[]): Telling => {
  const copy: Telling = structuredClone({ query: {}, params: {}, ...telling });
  for (const { at, odd, act } of spoiling) {
    const places = placesIn(copy).filter(({ holder }) => holder !== (copy as object));
    const place = places[at % Math.max(1, places.length)];
    if (!place) continue;
    const texts = place.holder === copy.query || place.holder === copy.params;
    if (act === 'drop' && place.holder !== copy.params) delete place.holder[place.key];
    else if (act === 'add' && !texts) place.holder[`odd-${at}`] = odd;
    else place.holder[place.key] = texts ? String(JSON.stringify(odd)) : odd;
  }
  return copy;
};

describe('Garbage', () => {
  test.each(STAFF_OPERATIONS.map(({ name }) => name))('in %s gets a clear answer, never a fault', async (name) => {
    const world = await createStaffWorld();
    await world.directory.put('eastmere', 'user', EVERYBODY);
    const telling = (await tellings(world))[name];
    await fc.assert(
      fc.asyncProperty(changes, async (spoiling) => {
        const { status, body } = await world.call('everybody', operationNamed(name), spoilt(telling, spoiling));
        expect([status, body.type]).not.toEqual([500, 'fault']);
        if (status >= 400) expect(body).toMatchObject({ type: expect.any(String), title: expect.any(String), status });
      }),
      { numRuns: 60 },
    );
  });

  test('for a body gets a clear answer, whatever it is', async () => {
    const world = await createStaffWorld();
    const told = (await tellings(world))['accept-request'];
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (body) => {
        const { status } = await world.call('expert.harbour', operationNamed('accept-request'), { ...told, body });
        expect([200, 400, 409, 422]).toContain(status);
      }),
      { numRuns: 100 },
    );
  });
});
