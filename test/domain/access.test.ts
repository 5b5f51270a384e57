import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { mayOnRequest, PERMISSIONS } from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import type { User } from '../../domain/user.ts';
import { submitted } from './stages-of-life.ts';

/** The ward with a second post, whose secretary serves nobody else. */
const office: Office = {
  ...eastmere,
  officials: [
    ...eastmere.officials,
    { id: 'harbour-clerk', unit: 'harbour', title: { en: 'Town clerk', fa: 'دبیر' }, allocation: 'first-come' },
  ],
};
const holding = (role: User['roles'][number]['role'], official?: string): User => ({
  ...{ username: 'somebody', displayName: 'Somebody', locale: 'en' },
  roles: [{ role, unit: 'harbour', ...(official && { official }) }],
});
const rights = (user: User, request: ReturnType<typeof submitted>) =>
  PERMISSIONS.filter((permission) => mayOnRequest(user, permission, request, office));

describe('Whoever a request lies with', () => {
  const request = submitted();

  test('has, at the desk, the rights of the role and no more', () => {
    expect(request.owner).toMatchObject({ role: 'expert', unit: 'harbour' });
    expect(rights(holding('expert'), request)).toEqual([
      ...['read-case', 'find-case', 'register', 'triage', 'read-sessions', 'correct'],
    ]);
  });

  test('at the secretary’s desk is a secretary of that official, not of another', () => {
    const waiting = { ...request, owner: { kind: 'staff', role: 'secretary', unit: 'harbour' } as const };
    expect(rights(holding('secretary', 'harbour-alderman'), waiting)).toContain('give-turns');
    expect(rights(holding('secretary', 'harbour-clerk'), waiting)).toEqual(['register', 'read-sessions']);
  });

  test('gets, on a rung, what the rung brings', () => {
    const climbed = { ...request, rung: 3, owner: { kind: 'staff', role: 'inspector', unit: 'hq' } as const };
    const inspector: User = { ...holding('inspector'), roles: [{ role: 'inspector', unit: 'hq' }] };
    expect(rights(inspector, request)).not.toContain('triage');
    expect(rights(inspector, climbed)).toContain('triage');
  });
});
