import { describe, expect, test } from 'vitest';
import { convert } from '../../domain/conversion.ts';
import type { Link, Request, Status } from '../../domain/request.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, SECRETARY } from './stages-of-life.ts';

const MEETING = { id: 'M1', code: 'CODE-M1', unit: 'hq' };
const LINK: Link = { kind: 'converted-from', request: 'M1', incoming: true };
const converted = (status: Status, change: (request: Request) => Request = (request) => request, meeting = MEETING) => {
  const { request, at } = reach(status);
  return convert(change(request), meeting, 'The mayor should hear it.', contextAt(at));
};

describe('A complaint that becomes a wish to meet', () => {
  test.each(['submitted', 'needs-info', 'answered', 'declined'] as const)('ends with it while it is %s', (status) => {
    const { after, events, letters } = agreed(converted(status));
    expect(after).toMatchObject({ status: 'closed', reason: 'converted', links: [LINK], formerUnits: ['hq'] });
    expect(events.map(({ kind }) => kind)).toStrictEqual(['converted', 'closed']);
    expect(letters).toStrictEqual([]);
  });

  test.each(['met', 'in-follow-up', 'awaiting-confirmation'] as const)('goes on beside it once it is %s', (status) => {
    const { request, at } = reach(status);
    const { after, events } = agreed(converted(status));
    expect(after).toMatchObject({ status, links: [LINK], formerUnits: ['hq'], deadline: request.deadline });
    const facts = { into: 'M1', code: 'CODE-M1' };
    expect(events).toStrictEqual([{ kind: 'converted', at, by: SECRETARY, text: 'The mayor should hear it.', facts }]);
  });

  test.each(['waiting', 'offered', 'scheduled', 'closed'] as const)('is none once it is %s', (status) => {
    expect(converted(status)).toMatchObject({ reason: 'wrong-state', details: { status } });
  });

  test('becomes one once; other links are no hindrance, and stay', () => {
    const linked = (link: Link) => converted('submitted', (request) => ({ ...request, links: [link] }));
    expect(linked(LINK)).toMatchObject({ reason: 'already-recorded' });
    const came: Link = { kind: 'converted-from', request: 'R1' };
    expect(agreed(linked(came)).after.links).toStrictEqual([came, LINK]);
    const same: Link = { kind: 'same-matter', request: 'R1', incoming: true };
    expect(agreed(linked(same)).after.links).toStrictEqual([same, LINK]);
  });

  test('is read by the unit that is asked for the meeting, as by those that had it before', () => {
    const had =
      (...formerUnits: string[]) =>
      (request: Request) => ({ ...request, formerUnits });
    expect(agreed(converted('submitted', had('homes', 'hq'))).after.formerUnits).toStrictEqual(['homes', 'hq']);
    const own = { ...MEETING, unit: 'harbour' };
    expect(agreed(converted('submitted', had('homes'), own)).after.formerUnits).toStrictEqual(['homes']);
  });
});
