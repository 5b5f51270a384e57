import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { coordinatorRung, isTopRung, ladder, rungDays, standAt } from '../../domain/escalation.ts';
import type { Office } from '../../domain/office.ts';
import type { Owner } from '../../domain/owner.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import { Policies } from '../../domain/policies.ts';
import type { Request } from '../../domain/request.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { contextAt, reach, START, submitted } from './stages-of-life.ts';

const said = (owner: Owner) => (owner.kind === 'staff' ? `${owner.role} of ${owner.unit}` : 'citizen');

/** The city with a unit between Harbour Ward and the top. */
const deeper: Office = {
  ...eastmere,
  units: [
    ...eastmere.units.map((unit) => (unit.id === 'harbour' ? { ...unit, parent: 'coast' } : unit)),
    { id: 'coast', kind: 'district', parent: 'hq', name: { en: 'Coast', fa: 'ساحل' } },
  ],
};

const without = (office: Office, ...usernames: string[]): Office => ({
  ...office,
  users: office.users.filter((user) => !usernames.includes(user.username)),
});

describe('The ladder', () => {
  test('leads from the desk over every manager above to the headquarters', () => {
    expect(ladder(deeper, 'harbour', 'expert').map(said)).toEqual([
      ...['expert of harbour', 'unit-manager of harbour', 'unit-manager of coast'],
      ...['coordinator of hq', 'inspector of hq', 'unit-manager of hq'],
    ]);
  });

  test('has the rungs that the city names, in its order, each held as long as it says', () => {
    const named = [{ rung: 'inspector', workingDays: 7 }, { rung: 'managers-above' }, { rung: 'coordinator' }];
    const policies = Policies.parse({ ...eastmere.city.policies, ladder: named });
    const office: Office = { ...deeper, city: { ...deeper.city, policies } };
    expect(ladder(office, 'harbour', 'owner').map(said)).toEqual([
      ...['owner of harbour', 'inspector of hq', 'unit-manager of coast', 'unit-manager of hq', 'coordinator of hq'],
    ]);
    expect([0, 1, 2, 9].map((rung) => rungDays(office, 'harbour', rung))).toEqual([3, 7, 3, 3]);
    expect(Policies.safeParse({ ...policies, ladder: [...named, { rung: 'inspector' }] }).success).toBe(false);
  });

  test('of one unit may be another, and does not touch the others', () => {
    const units = eastmere.units.map((unit) =>
      unit.id === 'harbour' ? { ...unit, policies: { ladder: [{ rung: 'coordinator' as const }] } } : unit,
    );
    const office: Office = { ...eastmere, units };
    expect(ladder(office, 'harbour', 'owner').map(said)).toEqual(['owner of harbour', 'coordinator of hq']);
    expect(ladder(office, 'trams', 'owner')).toHaveLength(5);
  });

  test('of a unit that is gone has the ranks of the city', () => {
    expect(ladder(eastmere, 'gone', 'owner').map(said)).toEqual([
      ...['owner of gone', 'coordinator of hq', 'inspector of hq', 'unit-manager of hq'],
    ]);
  });

  test('of a body outside the city is that of its liaison', () => {
    expect(ladder(eastmere, 'water', 'owner').map(said)).toEqual([
      ...['owner of hq', 'coordinator of hq', 'inspector of hq', 'unit-manager of hq'],
    ]);
  });

  test('passes vacant rungs, and tells which', () => {
    const place = standAt(deeper, 'harbour', 'expert', 2, START);
    expect([place.rung, said(place.owner), place.passed.map(said)]).toEqual([
      ...[3, 'coordinator of hq', ['unit-manager of coast']],
    ]);
    const nobody = standAt({ ...eastmere, users: [] }, 'harbour', 'expert', 0, START);
    expect([nobody.rung, said(nobody.owner), nobody.passed.length]).toEqual([4, 'unit-manager of hq', 4]);
  });

  test('counts somebody whose term has ended as vacant from the next day', () => {
    const users = eastmere.users.map((user) =>
      user.username === 'expert.harbour' ? { ...user, endsOn: '2026-06-08' } : user,
    );
    expect(standAt({ ...eastmere, users }, 'harbour', 'expert', 0, START).rung).toBe(0);
    expect(standAt({ ...eastmere, users }, 'harbour', 'expert', 0, '2026-06-09T09:00:00.000Z').rung).toBe(1);
  });

  test('knows its top and where the coordinator stands', () => {
    expect(isTopRung(eastmere, 'harbour', 3)).toBe(false);
    expect(isTopRung(eastmere, 'harbour', 4)).toBe(true);
    expect(coordinatorRung(eastmere, 'harbour', 0)).toBe(2);
    expect(coordinatorRung(eastmere, 'harbour', 2)).toBe(3);
  });
});

describe('A matter that nobody attends to', () => {
  const neglect = (start: Request, office: Office, times: number) => {
    const owners = [said(start.owner)];
    const events: string[] = [];
    let letters = 0;
    let request = start;
    for (let time = 0; time < times; time += 1) {
      const change = passDeadline(request, contextAt(request.until, THE_OFFICE, office));
      if (!change) throw new Error('A deadline that has passed is a duty');
      request = change.after;
      owners.push(said(request.owner));
      events.push(...change.events.map(({ kind }) => kind));
      letters += change.letters.length;
    }
    return { request, owners, events, letters };
  };

  test('climbs rung by rung, tells each holder once, and stays at the top', () => {
    const { owners, letters, request } = neglect(submitted(), eastmere, 7);
    expect(owners).toEqual([
      ...['expert of harbour', 'unit-manager of harbour', 'coordinator of hq', 'inspector of hq'],
      ...['unit-manager of hq', 'unit-manager of hq', 'unit-manager of hq', 'unit-manager of hq'],
    ]);
    expect(letters).toBe(4);
    expect(request.status).toBe('submitted');
  });

  test('skips rungs that nobody holds, and says so in the timeline', () => {
    const office = without(eastmere, 'manager.harbour', 'coordinator');
    const { owners, events } = neglect(submitted(office), office, 1);
    expect(owners).toEqual(['expert of harbour', 'inspector of hq']);
    expect(events).toEqual(['rung-vacant', 'rung-vacant', 'escalated']);
  });

  test('begins above the desk if nobody sits there', () => {
    expect(said(submitted(without(eastmere, 'expert.harbour')).owner)).toBe('unit-manager of harbour');
  });

  test('in the queue goes straight to the coordinator when its turn is due', () => {
    const { request } = reach('waiting');
    const { owners } = neglect(request, eastmere, 2);
    expect(owners).toEqual(['secretary of harbour', 'coordinator of hq', 'inspector of hq']);
  });

  test('after the meeting chases the secretary first, then climbs', () => {
    const { request } = reach('met');
    const { owners, events } = neglect(request, eastmere, 2);
    expect(owners).toEqual(['secretary of harbour', 'secretary of harbour', 'unit-manager of harbour']);
    expect(events).toEqual(['outcome-chased', 'escalated']);
  });
});
