import { expect, test } from 'vitest';
import { agree, refuse, refuseField } from '../../domain/outcome.ts';
import { CITIZEN, isSameOwner, staff } from '../../domain/owner.ts';

test('A rule agrees with a value, or refuses with a reason and the facts that explain it', () => {
  expect(agree(7)).toStrictEqual({ agreed: true, value: 7 });
  expect(refuse('too-late')).toStrictEqual({ agreed: false, reason: 'too-late', details: {} });
  expect(refuse('too-late', { until: 'noon' })).toStrictEqual({
    ...{ agreed: false, reason: 'too-late', details: { until: 'noon' } },
  });
  expect(refuseField('slot', 'unknown')).toStrictEqual({
    ...{ agreed: false, reason: 'invalid', details: { fields: [{ path: 'slot', problem: 'unknown' }] } },
  });
});

test('A matter is held by the citizen, or by a role in a unit', () => {
  expect(CITIZEN).toStrictEqual({ kind: 'citizen' });
  expect(staff('expert', 'harbour')).toStrictEqual({ kind: 'staff', role: 'expert', unit: 'harbour' });
});

test('Two owners are the same in role and unit; citizens are never compared', () => {
  const expert = staff('expert', 'harbour');
  expect(isSameOwner(expert, staff('expert', 'harbour'))).toBe(true);
  expect(isSameOwner(expert, staff('expert', 'homes'))).toBe(false);
  expect(isSameOwner(expert, staff('owner', 'harbour'))).toBe(false);
  expect(isSameOwner(CITIZEN, expert)).toBe(false);
  expect(isSameOwner(expert, CITIZEN)).toBe(false);
  expect(isSameOwner(CITIZEN, CITIZEN)).toBe(false);
});
