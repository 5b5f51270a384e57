import { expect, test } from 'vitest';
import { accountName, usernameIn } from '../../domain/account-name.ts';

test('An account belongs to one city, whose name it begins with', () => {
  const account = accountName('eastmere', 'clerk.homes');
  expect(account).toBe('eastmere.clerk.homes');
  expect(usernameIn('eastmere', account)).toBe('clerk.homes');
  expect(usernameIn('east', account)).toBeUndefined();
  expect(usernameIn('tehran', account)).toBeUndefined();
  expect(usernameIn('homes', account)).toBeUndefined();
});
