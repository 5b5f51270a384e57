import { describe, expect, test } from 'vitest';
import { belongsTo, historyOf } from '../../domain/brief.ts';
import type { Request } from '../../domain/request.ts';
import type { EventKind, TimelineEvent } from '../../domain/timeline.ts';
import { reach, SECRETARY, START, submitted } from './stages-of-life.ts';

const fresh: Request = { ...submitted(), applicantKey: 'SOMEBODY' };
const other = (more: Partial<Pick<Request, 'id' | 'official' | 'applicantKey' | 'submittedAt'>> = {}): Request => ({
  ...reach('in-follow-up').request,
  ...{ id: 'OTHER', applicantKey: 'SOMEBODY', ...more },
});

describe('To the brief of a meeting belongs', () => {
  test('what the same applicant brought to the same post', () => {
    expect(belongsTo(fresh, other())).toBe(true);
    expect(belongsTo(fresh, other({ official: 'hq-mayor' }))).toBe(false);
    expect(belongsTo(fresh, other({ applicantKey: 'ANOTHER' }))).toBe(false);
  });

  test('nothing of a bare name on paper, which is nobody’s key', () => {
    const { applicantKey: _, ...unnamed } = fresh;
    const { applicantKey: __, ...alsoUnnamed } = other();
    expect(belongsTo(unnamed, alsoUnnamed)).toBe(false);
  });

  test('what is linked to it, whoever brought it', () => {
    const linked: Request = { ...fresh, links: [{ kind: 'same-matter', request: 'OTHER' }] };
    expect(belongsTo(linked, other({ applicantKey: 'ANOTHER', official: 'hq-mayor' }))).toBe(true);
    expect(belongsTo(linked, other({ id: 'THIRD', applicantKey: 'ANOTHER' }))).toBe(false);
  });

  test('never the request itself', () => {
    expect(belongsTo(fresh, fresh)).toBe(false);
  });
});

describe('The history', () => {
  const recorded = (facts: Record<string, string>, text?: string): TimelineEvent => ({
    ...{ kind: 'outcome-recorded', at: START, by: SECRETARY, facts },
    ...(text !== undefined && { text }),
  });
  const line = (kind: EventKind): TimelineEvent => ({ kind, at: START, by: SECRETARY, text: 'Something else.' });
  const linked: Request = { ...fresh, links: [{ kind: 'continues', request: 'OTHER' }] };
  const [issued] = other().orders;
  if (!issued) throw new Error('A request in follow-up has an order');

  test('tells of earlier meetings by the last record of each, the newest first', () => {
    const older = other({ submittedAt: '2025-06-08T09:30:00.000Z' });
    const newer = other({ id: 'NEWER', submittedAt: '2026-01-08T09:30:00.000Z' });
    const metAt = 'metAt' in older ? older.metAt : undefined;
    const events = [
      recorded({ result: 'met' }, 'Slip.'),
      recorded({ result: 'partly', because: 'papers-missing' }, 'Bring the plan.'),
      line('closed'),
    ];
    const { meetings } = historyOf(linked, [
      { request: older, events },
      { request: newer, events: [line('closed')] },
    ]);
    expect(meetings).toStrictEqual([
      { request: newer, metAt, link: undefined, result: undefined, because: undefined, comment: undefined },
      {
        ...{ request: older, metAt, link: 'continues', result: 'partly', because: 'papers-missing' },
        comment: 'Bring the plan.',
      },
    ]);
  });

  test('has no meeting of a matter that was never heard', () => {
    expect(historyOf(linked, [{ request: submitted(), events: [recorded({ result: 'met' })] }]).meetings).toStrictEqual(
      [],
    );
  });

  test('tells promises and bars apart', () => {
    const orders = (['open', 'reported-done', 'confirmed', 'legally-barred'] as const).map((status, index) => ({
      ...{ ...issued, number: index + 1, status },
    }));
    const request: Request = { ...other(), orders };
    const { promises, bars } = historyOf(linked, [{ request, events: [] }]);
    expect(promises).toStrictEqual([
      { request, order: orders[0] },
      { request, order: orders[1] },
    ]);
    expect(bars).toStrictEqual([{ request, order: orders[3] }]);
  });
});
