import { expect, it } from 'vitest';
import { writeDigest } from '../../../adapters/letters/write-digest.ts';
import { eastmere } from '../../../cities/eastmere.ts';
import { tehran } from '../../../cities/tehran.ts';
import type { Digest, DigestLine } from '../../../domain/digest.ts';
import { staff } from '../../../domain/owner.ts';

const line = (kind: DigestLine['kind'], order?: number): DigestLine => ({
  ...{ key: `${kind}.${order}`, kind, to: staff('unit-manager', 'd06'), unit: 'd06', code: 'FF36VJM9M', order },
  by: '2026-06-09T11:00:00.000Z',
});
const digestOf = (lines: DigestLine[]): Digest => ({
  ...{ city: 'tehran', username: 'manager.d06', on: '2026-06-09', at: '2026-06-09T04:30:00.000Z', lines },
});

it('puts what came to somebody under headings, in their language and calendar, each by its code', () => {
  const lines = [line('climbed', 1), line('climbed', 2), line('will-climb', 3)];
  const { subject, text } = writeDigest(digestOf(lines), { office: tehran, language: 'fa' });
  expect(subject).toBe('موارد امروز شما: ۳');
  expect(text.match(/به شما رسیده است/g)).toHaveLength(1);
  expect(text).toContain('FF36-VJM9-M، دستور ۲ (منطقه ۶)');
  expect(text).toContain('امروز به شما می‌رسد');
  expect(text).toContain('خرداد');
});

it('has a heading for every kind of line, in both languages', () => {
  const kinds = ['issued', 'climbed', 'disputed', 'runs-out', 'will-climb', 'committee'] as const;
  for (const [office, language] of [
    [tehran, 'fa'],
    [eastmere, 'en'],
  ] as const) {
    const { text } = writeDigest(digestOf(kinds.map((kind) => line(kind, 1))), { office, language });
    expect(text.match(/^– .+\.$/gm)).toHaveLength(kinds.length);
  }
});

it('says how many more there are, rather than all of them', () => {
  const lines = Array.from({ length: 45 }, (_, number) => line('climbed', number + 1));
  const { text } = writeDigest(digestOf(lines), { office: eastmere, language: 'en' });
  expect(text.match(/^– /gm)).toHaveLength(40);
  expect(text).toContain('And 5 more');
});
