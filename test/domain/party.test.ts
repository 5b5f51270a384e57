import { describe, expect, test } from 'vitest';
import { addressee, type Contact, messageContact, type Party, reachOf } from '../../domain/party.ts';

const SINCE = '2026-06-08T09:30:00.000Z';
const mobile: Contact = { kind: 'mobile', value: '+447700900123', proven: false };
const email: Contact = { kind: 'email', value: 'a@example.org', proven: false };
const landline: Contact = { kind: 'landline', value: '+441632960000', proven: true, preferred: true };
const post: Contact = { kind: 'post', value: '1 Pier Road', proven: true, preferred: true };

const party = (contacts: Contact[], more: Partial<Party> = {}): Party => ({
  ...{ number: 1, role: 'applicant', kind: 'person', name: 'Applicant One', verified: true, since: SINCE },
  ...{ contacts, language: 'en' },
  ...more,
});

describe('Messages go', () => {
  test.each([
    [
      'to the preferred contact',
      [
        { ...mobile, proven: true },
        { ...email, preferred: true },
      ],
      'email',
    ],
    ['to a proven one, where none is preferred', [mobile, { ...email, proven: true }], 'email'],
    ['to any, where none is proven', [mobile, email], 'mobile'],
    ['past a preferred one that nobody can write to', [landline, post, email], 'email'],
  ])('%s', (_, contacts, kind) => {
    expect(messageContact(party(contacts))?.kind).toBe(kind);
  });

  test('nowhere, where nothing can be written to', () => {
    expect(messageContact(party([landline, post]))).toBeUndefined();
    expect(messageContact(party([]))).toBeUndefined();
  });
});

describe('Of the parties of a request is told', () => {
  const applicant = party([mobile]);
  const companion = party([mobile], { number: 2, role: 'companion' });
  const helper = party([email], { number: 3, role: 'representative' });

  test('the representative, where there is one', () => {
    expect(addressee([companion, applicant, helper])).toBe(helper);
  });

  test('else the applicant', () => {
    expect(addressee([companion, applicant])).toBe(applicant);
    expect(addressee([companion])).toBeUndefined();
  });

  test('nobody whose part has ended', () => {
    const former = { ...helper, until: SINCE };
    expect(addressee([applicant, former])).toBe(applicant);
    expect(addressee([{ ...applicant, until: SINCE }, former])).toBeUndefined();
  });
});

test.each([
  ['by SMS with a mobile', party([mobile]), 'sms'],
  ['by e-mail with an address', party([landline, email]), 'email'],
  ['by a call with neither', party([landline]), 'call'],
  ['not at all as a bare name on paper', party([mobile], { verified: false }), 'silent'],
  ['not at all if there is nobody', undefined, 'silent'],
] as const)('A party is reached %s', (_, who, reach) => {
  expect(reachOf(who)).toBe(reach);
});
