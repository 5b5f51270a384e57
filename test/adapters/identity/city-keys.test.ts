import { expect, it } from 'vitest';
import { CityKeys } from '../../../adapters/identity/city-keys.ts';
import { crockford } from '../../../adapters/identity/crockford.ts';
import { MONDAY_MORNING, MovableClock } from '../../support/world.ts';

const MASTER = 'a master secret of more than thirty-two symbols';
const keysAt = (clock = new MovableClock(MONDAY_MORNING), master = MASTER) => new CityKeys({ master, clock });
const session = { proof: 'link', key: 'K', request: 'R', expiresAt: '2026-06-08T11:30:00.000Z' } as const;

it('gives 26 symbols without look-alikes, the same for the same', () => {
  const hash = keysAt().hash('tehran', 'identity', '0012345679');
  expect(hash).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(keysAt().hash('tehran', 'identity', '0012345679')).toBe(hash);
});

it('gives another hash in another city, for another purpose, text or master secret', () => {
  const keys = keysAt();
  const hashes = [
    keys.hash('tehran', 'identity', '1'),
    keys.hash('eastmere', 'identity', '1'),
    keys.hash('tehran', 'contact', '1'),
    keys.hash('tehran', 'identity', '2'),
    keysAt(undefined, `${MASTER}!`).hash('tehran', 'identity', '1'),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

it('derives a request id from city, caller and key, without mixing them up', () => {
  const keys = keysAt();
  const ids = [
    keys.requestId('tehran', 'ab', 'c'),
    keys.requestId('tehran', 'a', 'bc'),
    keys.requestId('eastmere', 'ab', 'c'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(keys.requestId('tehran', 'ab', 'c')).toBe(ids[0]);
});

it('makes up secrets of the wanted length, never the same', () => {
  const [one, other] = [keysAt().secret(20), keysAt().secret(20)];
  expect(one).toHaveLength(20);
  expect(one).not.toEqual(other);
});

it('reads its own session until it ends, by the office clock', async () => {
  const clock = new MovableClock(MONDAY_MORNING);
  const keys = keysAt(clock);
  const token = await keys.signSession('tehran', session);
  expect(await keys.readSession('tehran', token)).toEqual(session);
  clock.moveTo('2026-06-08T11:29:59.999Z');
  expect(await keys.readSession('tehran', token)).toEqual(session);
  clock.moveTo(session.expiresAt);
  expect(await keys.readSession('tehran', token)).toBeUndefined();
});

it('reads no session of another city or secret, none that was changed, and no garbage', async () => {
  const keys = keysAt();
  const token = await keys.signSession('tehran', session);
  const [, payload, signature] = token.split('.');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  expect(await keys.readSession('eastmere', token)).toBeUndefined();
  expect(await keysAt(undefined, `${MASTER}!`).readSession('tehran', token)).toBeUndefined();
  for (const forged of [unsigned, `${unsigned}${signature}`, token.slice(0, -3), '', 'x.y.z', '\u0000']) {
    expect(await keys.readSession('tehran', forged)).toBeUndefined();
  }
});

it('puts five bits into a symbol, and refuses to invent bits', () => {
  expect(crockford(Uint8Array.of(0b00000_111, 0b11_00001_0), 3)).toBe('0Z1');
  expect(() => crockford(Uint8Array.of(1), 2)).toThrow(RangeError);
});
