import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createGateway } from '../../../local/gateway/create-gateway.ts';
import { listening } from '../listening.ts';
import { askForTokens, exchange, openOffice, signInForCode } from './office.ts';

test('the gateway takes the tokens of the sign-in, each audience at its own door', async () => {
  const { issuer, signIn } = await openOffice();
  let last: APIGatewayProxyEventV2 | undefined;
  const gatewayFor = (client: string) =>
    listening(
      createGateway({
        routes: [{ method: 'GET', path: '/v1/{city}/me', handler: 'me', authorizer: 'jwt' }],
        handlers: {
          me: async (event) => {
            last = event;
            return {};
          },
        },
        authorizer: { issuer, audience: [client], jwks: signIn.jwks() },
      }),
    );
  const staffDoor = await gatewayFor('console');
  const partnerDoor = await gatewayFor('line-137');
  const staff = (await exchange(issuer, await signInForCode(issuer))).body.access_token;
  const client_secret = signIn.partnerSecret('line-137');
  const grant = { grant_type: 'client_credentials', client_id: 'line-137', client_secret };
  const partner = (await askForTokens(issuer, grant)).body.access_token;
  const enter = async (door: string, token = '') =>
    (await fetch(`${door}/v1/tehran/me`, { headers: { authorization: `Bearer ${token}` } })).status;

  expect([await enter(partnerDoor, staff), await enter(staffDoor, partner)]).toEqual([401, 401]);
  expect(await enter(partnerDoor, partner)).toBe(200);
  expect(await enter(staffDoor, staff)).toBe(200);
  expect(last?.requestContext).toMatchObject({
    authorizer: { jwt: { claims: { username: 'clerk', token_use: 'access', exp: expect.stringMatching(/^\d+$/) } } },
  });
});
