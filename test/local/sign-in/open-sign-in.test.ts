import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { Browser } from '../../../local/browser.ts';
import { askForTokens, authorizationUrl, CALLBACK, exchange, openOffice, PASSWORD, signInForCode } from './office.ts';

test('a clerk signs in and the console gets a token with the claims of Cognito', async () => {
  const { issuer, signIn } = await openOffice();
  const { status, body } = await exchange(issuer, await signInForCode(issuer));
  expect(status).toBe(200);
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const { payload, protectedHeader } = await jwtVerify(body.access_token ?? '', keys, { issuer });
  expect(protectedHeader.alg).toBe('RS256');
  expect(payload).toMatchObject({
    iss: issuer,
    client_id: 'console',
    aud: 'console',
    username: 'clerk',
    token_use: 'access',
    scope: 'api/staff',
    sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const id = await jwtVerify(body.id_token ?? '', keys, { issuer, audience: 'console' });
  expect(id.payload).toMatchObject({ email: 'clerk@city.example', 'cognito:username': 'clerk', sub: payload.sub });
  expect(signIn.jwks().keys[0]).not.toHaveProperty('d');
});

test('a second visit needs no password', async () => {
  const { issuer } = await openOffice();
  const browser = new Browser();
  await signInForCode(issuer, browser);
  const { url } = await browser.follow(authorizationUrl(issuer), CALLBACK);
  expect(new URL(url).searchParams.get('code')).toBeTruthy();
});

test('PKCE is required, and the verifier must fit', async () => {
  const { issuer } = await openOffice();
  const { url } = await new Browser().follow(
    authorizationUrl(issuer, { code_challenge: '', code_challenge_method: '' }),
    CALLBACK,
  );
  expect(new URL(url).searchParams.get('error')).toBe('invalid_request');
  const code = await signInForCode(issuer);
  expect(await exchange(issuer, code, 'x'.repeat(50))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('a code serves once; using it again takes back what it gave', async () => {
  const { issuer } = await openOffice();
  const code = await signInForCode(issuer);
  const first = await exchange(issuer, code);
  expect((await exchange(issuer, code)).body.error).toBe('invalid_grant');
  const refresh = { grant_type: 'refresh_token', refresh_token: first.body.refresh_token ?? '' };
  expect((await askForTokens(issuer, refresh)).body.error).toBe('invalid_grant');
});

test('an address nobody registered is never redirected to', async () => {
  const { issuer } = await openOffice();
  const { reply } = await new Browser().follow(
    authorizationUrl(issuer, { redirect_uri: 'https://evil.example/' }),
    'https://evil',
  );
  expect([reply.status, reply.headers.get('location')]).toEqual([400, null]);
});

test('a refresh token serves once and brings the next one; its second use ends the session', async () => {
  const { issuer } = await openOffice();
  const { body } = await exchange(issuer, await signInForCode(issuer));
  const refresh = (token = '') => askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: token });
  const second = await refresh(body.refresh_token);
  expect(second.status).toBe(200);
  expect(second.body.refresh_token).not.toBe(body.refresh_token);
  expect((await refresh(body.refresh_token)).body.error).toBe('invalid_grant');
  expect((await refresh(second.body.refresh_token)).body.error).toBe('invalid_grant');
});

test('accounts, sessions, refresh tokens and keys outlive a restart', async () => {
  const { issuer, signIn, reopen } = await openOffice();
  const browser = new Browser();
  const { body } = await exchange(issuer, await signInForCode(issuer, browser));
  const before = signIn.jwks();
  const secret = signIn.partnerSecret('line-137');
  const again = reopen();
  expect(again.jwks()).toEqual(before);
  expect(again.partnerSecret('line-137')).toBe(secret);
  const refreshed = await askForTokens(issuer, {
    grant_type: 'refresh_token',
    refresh_token: body.refresh_token ?? '',
  });
  expect(refreshed.status).toBe(200);
  const { url } = await browser.follow(authorizationUrl(issuer), CALLBACK);
  expect(new URL(url).searchParams.get('code')).toBeTruthy();
});

test('a partner gets a token for its secret, with its own scope and no user', async () => {
  const { issuer, signIn } = await openOffice();
  const ask = (secret: string) =>
    askForTokens(issuer, { grant_type: 'client_credentials', client_id: 'line-137', client_secret: secret });
  const { body } = await ask(signIn.partnerSecret('line-137'));
  const { payload } = await jwtVerify(body.access_token ?? '', createRemoteJWKSet(new URL(`${issuer}/jwks`)), {
    issuer,
  });
  expect(payload).toMatchObject({ sub: 'line-137', client_id: 'line-137', token_use: 'access', scope: 'api/partner' });
  expect(payload).not.toHaveProperty('username');
  expect((await ask('wrong')).status).toBe(401);
});

test('a partner that is no longer named is no client any more', async () => {
  const { issuer, signIn, reopen } = await openOffice();
  const secret = signIn.partnerSecret('line-137');
  const again = reopen([{ clientId: 'portal' }]);
  expect(() => again.partnerSecret('line-137')).toThrow('No partner is called line-137.');
  const reply = await askForTokens(issuer, {
    grant_type: 'client_credentials',
    client_id: 'line-137',
    client_secret: secret,
  });
  expect(reply.status).toBe(401);
});

test('only the owner may read keys and secrets', async () => {
  const { folder } = await openOffice();
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('only known origins may read tokens from a browser', async () => {
  const { issuer } = await openOffice();
  const from = (origin: string) =>
    fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ client_id: 'console', grant_type: 'refresh_token', refresh_token: 'x' }),
    });
  expect((await from('http://console.example')).headers.get('access-control-allow-origin')).toBe(
    'http://console.example',
  );
  expect((await from('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
});

test('signing out ends the session and comes back to the console', async () => {
  const { issuer } = await openOffice();
  const browser = new Browser();
  const { body } = await exchange(issuer, await signInForCode(issuer, browser));
  const home = 'http://console.example/';
  const query = new URLSearchParams({
    id_token_hint: body.id_token ?? '',
    post_logout_redirect_uri: home,
    ui_locales: 'en',
  });
  const page = await (await browser.open(`${issuer}/session/end?${query}`)).text();
  expect(page).toContain('Do you want to sign out?');
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const end = await browser.submit(`${issuer}/session/end/confirm`, home, { xsrf, logout: 'yes' });
  expect(end.url).toBe(home);
  const refresh = { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' };
  expect((await askForTokens(issuer, refresh)).body.error).toBe('invalid_grant');
  expect((await browser.follow(authorizationUrl(issuer), CALLBACK)).url).toContain('/interaction/');
});

test('ensuring an account twice keeps the first password', async () => {
  const { issuer, signIn } = await openOffice();
  await signIn.ensureAccount({ username: 'clerk', password: 'another one' });
  expect(await signInForCode(issuer, new Browser(), PASSWORD)).not.toBe('');
});
