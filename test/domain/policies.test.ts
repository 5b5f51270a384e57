import { describe, expect, it } from 'vitest';
import { defaultPolicies, fitTogether, Policies, PolicyOverrides, withOverrides } from '../../domain/policies.ts';

describe('policies', () => {
  it('have defaults that the schema accepts', () => {
    expect(Policies.parse(defaultPolicies)).toEqual(defaultPolicies);
  });

  it('of a unit are those of the city but for what it says otherwise', () => {
    const overrides = PolicyOverrides.parse({
      triageWorkingDays: 5,
      reminders: { daysBefore: 3 },
      sessionTemplate: { slotMinutes: 15 },
    });
    expect(withOverrides(defaultPolicies, overrides)).toEqual({
      ...defaultPolicies,
      triageWorkingDays: 5,
      reminders: { ...defaultPolicies.reminders, daysBefore: 3 },
      sessionTemplate: { ...defaultPolicies.sessionTemplate, slotMinutes: 15 },
    });
    expect(withOverrides(defaultPolicies, undefined)).toEqual(defaultPolicies);
  });

  it.each([
    ['a limit of no days', { triageWorkingDays: 0 }],
    ['half a day', { orderDueWorkingDays: 1.5 }],
    ['an hour that no clock shows', { moveUntil: '25:00' }],
    ['two open requests, of which one could be kept from', { openRequestsPerOfficial: 2 }],
  ])('may not be overridden with %s', (_, overrides) => {
    expect(PolicyOverrides.safeParse(overrides).success).toBe(false);
  });

  it.each([
    ['a delay that is always the same', { releasedSlotDelayMinutes: { min: 60, max: 60 } }, true],
    ['no hour in which the city writes', { reminders: { notBefore: '21:00' } }, false],
    ['a session without a length', { sessionTemplate: { startsAt: '11:00' } }, false],
    ['a session that ends before it begins', { sessionTemplate: { startsAt: '11:01' } }, false],
    ['a session of a minute', { sessionTemplate: { startsAt: '10:59' } }, true],
  ])('fit together, or not, with %s', (_, overrides, fits) => {
    expect(fitTogether(defaultPolicies, overrides)).toBe(fits);
  });

  it('may not be overridden so that they contradict each other', () => {
    expect(() => withOverrides(defaultPolicies, { reminders: { notBefore: '22:00' } })).toThrow();
    expect(() => withOverrides(defaultPolicies, { releasedSlotDelayMinutes: { min: 90 } })).toThrow();
  });
});
