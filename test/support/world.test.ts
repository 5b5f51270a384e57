import { expect, it } from 'vitest';
import { createWorld, type SeededCity } from './world.ts';

it.each<SeededCity>(['eastmere', 'tehran'])('begins in %s with a request on a desk', async (city) => {
  const world = await createWorld({ city });
  const request = await world.submitRequest();
  expect(await world.requests.list({ city, pile: 'triage', of: request.unit }, { limit: 10 })).toEqual({
    items: [request],
  });
  expect(request.reach).toBe('sms');
  expect(request.until > world.clock.now()).toBe(true);
});
