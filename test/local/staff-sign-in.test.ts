import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { signInStaff } from '../../local/staff-sign-in.ts';
import { CALLBACK, openOffice, PASSWORD } from './sign-in/office.ts';

const asClerk = (issuer: string, password: string) =>
  signInStaff({ issuer, clientId: 'console', redirectUri: CALLBACK, username: 'clerk', password });

test('a member of staff gets a token for name and password, through the page', async () => {
  const { issuer } = await openOffice();
  const { accessToken, expiresAt } = await asClerk(issuer, PASSWORD);
  expect(decodeJwt(accessToken)).toMatchObject({ username: 'clerk', token_use: 'access' });
  expect(expiresAt).toBeGreaterThan(Date.now());
});

test('a wrong password is said so', async () => {
  const { issuer } = await openOffice();
  await expect(asClerk(issuer, 'wrong password')).rejects.toThrow('The sign-in has refused clerk (401).');
});
