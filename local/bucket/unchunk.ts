import { S3Error } from './s3-error.ts';

const LONGEST_LINE = 1024;

/**
 * Takes AWS's own chunks off a body: `<size in hexadecimal>\r\n<bytes>\r\n`, a chunk of size 0, then trailers, which
 * are put into `trailers`. Throws `IncompleteBody` if it ends early and `InvalidArgument` if it is no such body.
 */
export async function* unchunk(source: AsyncIterable<Buffer>, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let left = 0;
  let state: 'size' | 'bytes' | 'after' | 'trailer' | 'end' = 'size';

  for await (const chunk of source) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length > 0 && state !== 'end') {
      if (state === 'bytes') {
        yield rest.subarray(0, left);
        const taken = Math.min(left, rest.length);
        rest = rest.subarray(taken);
        left -= taken;
        if (left === 0) state = 'after';
        continue;
      }
      const end = rest.indexOf('\r\n');
      if (end < 0 && rest.length <= LONGEST_LINE) break;
      if (end < 0 || end > LONGEST_LINE) throw malformed();
      const line = rest.subarray(0, end).toString('latin1');
      rest = rest.subarray(end + 2);
      if (state === 'size') {
        left = sizeOf(line);
        state = left === 0 ? 'trailer' : 'bytes';
      } else if (state === 'after') {
        if (line !== '') throw malformed();
        state = 'size';
      } else if (line === '') state = 'end';
      else keep(line, trailers);
    }
  }
  if (state !== 'end') throw new S3Error('IncompleteBody', 'The body ended before its last chunk.');
}

function sizeOf(line: string): number {
  if (!/^[0-9a-f]{1,8}$/i.test(line)) throw malformed();
  return Number.parseInt(line, 16);
}

function keep(line: string, trailers: Map<string, string>): void {
  const colon = line.indexOf(':');
  if (colon < 1 || trailers.size >= 10) throw malformed();
  trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
}

const malformed = () => new S3Error('InvalidArgument', 'The chunks of the body are malformed.');
