import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import { draw, drawUuid, type RandomState, seedFrom } from './random.ts';

const HASH_ALGORITHMS: Record<string, string> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};
const LONGEST_RANGE = 1000;

/** An array that JSONata unwraps when it holds one value, as AWS's `$range` does. */
const sequence = <T>(values: T[]): T[] => Object.assign(values, { sequence: true });

function wholeNumber(value: unknown, what: string): number {
  if (typeof value !== 'number') throw new Error(`${what} must be a number`);
  return Math.round(value);
}

function partition(array: unknown, chunkSize: unknown): unknown {
  if (array === undefined) return undefined;
  const values = Array.isArray(array) ? array : [array];
  const size = wholeNumber(chunkSize, 'The chunk size of $partition');
  if (size < 1) throw new Error('The chunk size of $partition must be positive');
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
}

function range(start: unknown, end: unknown, step: unknown): unknown {
  const first = wholeNumber(start, 'The start of $range');
  const last = wholeNumber(end, 'The end of $range');
  const stride = wholeNumber(step, 'The step of $range');
  if (stride === 0) throw new Error('The step of $range must not be zero');
  const length = Math.max(0, Math.floor((last - first) / stride) + 1);
  if (length > LONGEST_RANGE) throw new Error(`$range gives at most ${LONGEST_RANGE} values`);
  return sequence(Array.from({ length }, (_, index) => first + index * stride));
}

function hash(data: unknown, algorithm: unknown): unknown {
  if (data === undefined) return undefined;
  const known = typeof algorithm === 'string' && Object.hasOwn(HASH_ALGORITHMS, algorithm);
  const name = known ? HASH_ALGORITHMS[algorithm] : undefined;
  if (!name) throw new Error(`The algorithm of $hash must be one of ${Object.keys(HASH_ALGORITHMS).join(', ')}`);
  return createHash(name)
    .update(typeof data === 'string' ? data : JSON.stringify(data))
    .digest('hex');
}

/** Blank text is null: AWS reads it so. */
function parse(text: unknown): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw new Error('$parse takes a string');
  return text.trim() === '' ? null : JSON.parse(text);
}

function shuffle(array: unknown, random: RandomState): unknown {
  if (!Array.isArray(array)) return array;
  const shuffled = [...array];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(draw(random) * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
  }
  return shuffled;
}

const formatMillis = jsonata('$fromMillis($millis, $picture, $timezone)');

/**
 * The functions AWS adds to JSONata, and those whose answer must come from the execution's own clock and randomness.
 * `$eval` does not exist on AWS; unbound, JSONata's own would be reachable.
 */
export const functionsAt = (now: number, random: RandomState) => ({
  eval: undefined,
  partition,
  range,
  hash,
  parse,
  random: (seed?: unknown) => draw(seed === undefined ? random : { random: seedFrom(String(seed)) }),
  uuid: () => drawUuid(random),
  shuffle: (array: unknown) => shuffle(array, random),
  millis: () => now,
  now: (picture?: unknown, timezone?: unknown) => formatMillis.evaluate(undefined, { millis: now, picture, timezone }),
});

/** The names AWS adds to JSONata's own functions. */
export const AWS_FUNCTIONS = ['partition', 'range', 'hash', 'parse', 'random', 'uuid'];
