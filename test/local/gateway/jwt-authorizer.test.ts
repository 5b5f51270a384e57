import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import { createGateway } from '../../../local/gateway/create-gateway.ts';
import { listening } from '../listening.ts';

const issuer = 'http://127.0.0.1/sign-in';
const ours = await generateKeyPair('RS256', { extractable: true });
const theirs = await generateKeyPair('RS256');
const jwks = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'k', alg: 'RS256' }] };

let last: APIGatewayProxyEventV2 | undefined;
beforeEach(() => {
  last = undefined;
});

function serving() {
  return listening(
    createGateway({
      routes: [{ method: 'GET', path: '/x', handler: 'echo', authorizer: 'jwt' }],
      handlers: {
        echo: async (event) => {
          last = event;
          return 'ok';
        },
      },
      authorizer: { issuer, audience: ['console'], jwks },
    }),
  );
}

const token = (claims: JWTPayload, { key = ours.privateKey, expires = '5m', iss = issuer } = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(iss)
    .setExpirationTime(expires)
    .sign(key);

async function ask(authorization?: string) {
  const reply = await fetch(`${await serving()}/x`, authorization ? { headers: { authorization } } : {});
  return { status: reply.status, body: await reply.text() };
}

test('claims arrive as text, as an HTTP API writes them', async () => {
  const jwt = await token({ client_id: 'console', sub: 's', level: 3, admin: true, groups: ['staff', 'clerk'] });
  expect(await ask(`Bearer ${jwt}`)).toEqual({ status: 200, body: 'ok' });
  expect(last?.requestContext).toMatchObject({
    authorizer: {
      jwt: {
        claims: { client_id: 'console', sub: 's', level: '3', admin: 'true', groups: '[staff clerk]', iss: issuer },
        scopes: null,
      },
    },
  });
});

test('`aud` counts before `client_id`', async () => {
  expect((await ask(`Bearer ${await token({ aud: 'console', client_id: 'other' })}`)).status).toBe(200);
  expect((await ask(`Bearer ${await token({ aud: 'other', client_id: 'console' })}`)).status).toBe(401);
});

test.each<[string, () => Promise<string> | string | undefined]>([
  ['no token', () => undefined],
  ['garbage', () => 'Bearer a.b.c'],
  ['a token for another client', () => token({ client_id: 'other' })],
  ['an expired token', () => token({ client_id: 'console' }, { expires: '-1m' })],
  ['a token of another issuer', () => token({ client_id: 'console' }, { iss: 'http://elsewhere' })],
  ['a token signed with a foreign key', () => token({ client_id: 'console' }, { key: theirs.privateKey })],
  ['an unsigned token', () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
])('%s is refused before the handler', async (_, make) => {
  expect(await ask(await make())).toEqual({ status: 401, body: '{"message":"Unauthorized"}' });
  expect(last).toBeUndefined();
});
