import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect, it, onTestFinished } from 'vitest';
import { CognitoAccounts } from '../../../adapters/identity/cognito-accounts.ts';
import { listening } from '../../local/listening.ts';

/** A pool that notes what it was asked and refuses what `faults` names. */
const openPool = async (faults: Record<string, string> = {}) => {
  const calls: { action: string; body: unknown }[] = [];
  const endpoint = await listening((request, response) => {
    const action = String(request.headers['x-amz-target']).replace(/^.*\./, '');
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      calls.push({ action, body: JSON.parse(body) });
      const fault = faults[action];
      response.writeHead(fault ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(fault ? { __type: fault, message: fault } : {}));
    });
  });
  const client = new CognitoIdentityProviderClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return { calls, accounts: new CognitoAccounts(client, 'pool') };
};

const account = { UserPoolId: 'pool', Username: 'clerk.hq' };
const attributes = [
  { Name: 'email', Value: 'clerk.hq@eastmere.example' },
  { Name: 'email_verified', Value: 'true' },
];

it('creates the account of somebody new', async () => {
  const { calls, accounts } = await openPool();
  await accounts.open('clerk.hq', 'clerk.hq@eastmere.example');
  expect(calls).toEqual([
    {
      action: 'AdminCreateUser',
      body: { ...account, UserAttributes: attributes, DesiredDeliveryMediums: ['EMAIL'] },
    },
  ]);
});

it('brings an old account up to date, and lets it sign in again', async () => {
  const { calls, accounts } = await openPool({ AdminCreateUser: 'UsernameExistsException' });
  await accounts.open('clerk.hq', 'clerk.hq@eastmere.example');
  expect(calls.slice(1)).toEqual([
    { action: 'AdminUpdateUserAttributes', body: { ...account, UserAttributes: attributes } },
    { action: 'AdminEnableUser', body: account },
  ]);
});

it('closes an account and ends what is signed in', async () => {
  const { calls, accounts } = await openPool();
  await accounts.close('clerk.hq');
  expect(calls.map(({ action }) => action)).toEqual(['AdminDisableUser', 'AdminUserGlobalSignOut']);
});

it('takes an account that never was for closed, and hides no other fault', async () => {
  const missing = await openPool({ AdminDisableUser: 'UserNotFoundException' });
  await expect(missing.accounts.close('nobody')).resolves.toBeUndefined();
  const denied = await openPool({
    AdminDisableUser: 'NotAuthorizedException',
    AdminCreateUser: 'NotAuthorizedException',
  });
  await expect(denied.accounts.close('clerk.hq')).rejects.toThrow('NotAuthorizedException');
  await expect(denied.accounts.open('clerk.hq', undefined)).rejects.toThrow('NotAuthorizedException');
});
