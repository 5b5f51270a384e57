import { createHash } from 'node:crypto';

/** State of a small generator (mulberry32), kept in the execution's document so that a restart draws the same numbers. */
export type RandomState = { random: number };

/** A seed that depends on the text only. */
export const seedFrom = (text: string): number => createHash('sha256').update(text).digest().readUInt32LE();

/** The next number in [0, 1). */
export function draw(state: RandomState): number {
  state.random = (state.random + 0x6d2b79f5) >>> 0;
  let mixed = state.random;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** A version 4 UUID. */
export function drawUuid(state: RandomState): string {
  const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(draw(state) * 256)));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
