import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { CognitoAccounts } from '../../../adapters/identity/cognito-accounts.ts';
import { Browser } from '../../../local/browser.ts';
import { signedPost } from '../signed-post.ts';
import {
  askForTokens,
  authorizationUrl,
  CALLBACK,
  credentials,
  exchange,
  openOffice,
  signInForCode,
} from './office.ts';

const Body = z.looseObject({ __type: z.optional(z.string()), Enabled: z.optional(z.boolean()) });

/** Calls Cognito's administration as an adapter does. */
async function openAdministration() {
  const office = await openOffice();
  const ask = async (action: string, input: unknown, keys = credentials) => {
    const reply = await signedPost(`${office.origin}/`, {
      credentials: keys,
      service: 'cognito-idp',
      headers: {
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
        'content-type': 'application/x-amz-json-1.1',
      },
      body: typeof input === 'string' ? input : JSON.stringify(input),
    });
    return { status: reply.status, body: Body.parse(await reply.json()) };
  };
  return { ...office, ask };
}

test('a created user signs in once an administrator has set a password', async () => {
  const { ask, issuer } = await openAdministration();
  const created = await ask('AdminCreateUser', {
    UserPoolId: 'any',
    Username: 'Secretary',
    UserAttributes: [{ Name: 'email', Value: 's@city.example' }],
  });
  expect(created).toMatchObject({
    status: 200,
    body: { User: { Username: 'secretary', Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' } },
  });
  const password = { Username: 'secretary', Password: 'long enough', Permanent: true };
  expect(await ask('AdminSetUserPassword', password)).toEqual({ status: 200, body: {} });
  const { body } = await ask('AdminGetUser', { Username: 'secretary' });
  expect(body).toMatchObject({ UserStatus: 'CONFIRMED', UserCreateDate: expect.any(Number) });
  expect(body.UserAttributes).toContainEqual({ Name: 'email', Value: 's@city.example' });

  const browser = new Browser();
  const page = await browser.follow(authorizationUrl(issuer), CALLBACK);
  const end = await browser.submit(page.url, CALLBACK, { username: 'SECRETARY', password: 'long enough' });
  expect(new URL(end.url).searchParams.get('code')).toBeTruthy();
});

test('a disabled user can neither sign in nor go on, until enabled', async () => {
  const { ask, issuer } = await openAdministration();
  const browser = new Browser();
  const { body } = await exchange(issuer, await signInForCode(issuer, browser));
  await ask('AdminDisableUser', { Username: 'clerk' });
  const refresh = { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' };
  expect((await askForTokens(issuer, refresh)).body.error).toBe('invalid_grant');
  expect((await browser.follow(authorizationUrl(issuer), CALLBACK)).url).toContain('/interaction/');
  expect(await signInForCode(issuer)).toBe('');

  await ask('AdminEnableUser', { Username: 'clerk' });
  expect(await signInForCode(issuer)).not.toBe('');
});

test('the same adapter as for Cognito opens, changes and closes accounts here', async () => {
  const { origin, issuer } = await openOffice();
  const client = new CognitoIdentityProviderClient({ endpoint: origin, region: 'local', credentials, maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  const accounts = new CognitoAccounts(client, 'local_staff');
  await accounts.open('eastmere.expert', 'expert@eastmere.example');
  await accounts.open('eastmere.expert', 'other@eastmere.example');
  await accounts.open('clerk', undefined);
  const browser = new Browser();
  expect(await signInForCode(issuer, browser)).not.toBe('');
  await accounts.close('clerk');
  await accounts.close('nobody');
  expect((await browser.follow(authorizationUrl(issuer), CALLBACK)).url).toContain('/interaction/');
  await accounts.open('clerk', undefined);
  expect(await signInForCode(issuer)).not.toBe('');
});

test('somebody new is told a first password by e-mail, and signs in with it', async () => {
  const { ask, invited, issuer } = await openAdministration();
  await ask('AdminCreateUser', { Username: 'new', UserAttributes: [{ Name: 'email', Value: 'new@city.example' }] });
  const [invitation] = invited;
  expect(invitation).toMatchObject({ email: 'new@city.example', username: 'new' });
  const browser = new Browser();
  const page = await browser.follow(authorizationUrl(issuer), CALLBACK);
  const end = await browser.submit(page.url, CALLBACK, { username: 'new', password: invitation?.password ?? '' });
  expect(new URL(end.url).searchParams.get('code')).toBeTruthy();
});

test.each([
  ['UsernameExistsException', 'AdminCreateUser', { Username: 'clerk' }],
  ['UserNotFoundException', 'AdminGetUser', { Username: 'nobody' }],
  ['UserNotFoundException', 'AdminDisableUser', { Username: 'nobody' }],
  ['UserNotFoundException', 'AdminSetUserPassword', { Username: 'nobody', Password: 'long enough' }],
  ['InvalidPasswordException', 'AdminSetUserPassword', { Username: 'clerk', Password: 'short' }],
  ['InvalidParameterException', 'AdminGetUser', { Username: 7 }],
  ['SerializationException', 'AdminGetUser', 'not json'],
  ['UnknownOperationException', 'AdminDeleteUser', { Username: 'clerk' }],
])('%s is what %s answers to %j', async (code, action, input) => {
  const { ask } = await openAdministration();
  expect(await ask(action, input)).toMatchObject({ status: 400, body: { __type: code } });
});

test('an unsigned call and one signed with another secret are refused', async () => {
  const { ask, origin } = await openAdministration();
  const forged = { ...credentials, secretAccessKey: 'guessed' };
  const input = { Username: 'clerk' };
  expect((await ask('AdminDisableUser', input, forged)).body.__type).toBe('NotAuthorizedException');
  const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.AdminDisableUser' };
  const unsigned = await fetch(origin, { method: 'POST', headers, body: JSON.stringify(input) });
  expect(unsigned.status).toBe(400);
  expect((await ask('AdminGetUser', input)).body.Enabled).toBe(true);
});
