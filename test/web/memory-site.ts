import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountName } from '../../domain/account-name.ts';
import { citizenAnswers } from '../../functions/citizen/answers.ts';
import { serveAll } from '../../functions/http/serve.ts';
import { staffAnswers } from '../../functions/staff/answers.ts';
import { API_ROUTES } from '../../local/api-routes.ts';
import { createGateway, type LambdaHandler } from '../../local/gateway/create-gateway.ts';
import { listen } from '../../local/listen.ts';
import { mount } from '../../local/mount.ts';
import { openSignIn } from '../../local/sign-in/open-sign-in.ts';
import { openWeb } from '../../local/web/open-web.ts';
import { createWorld, SEEDED, type SeededCity } from '../support/world.ts';

export const PASSWORD = 'a-password-for-tests';
const CLIENT = 'console';

export type MemorySite = Awaited<ReturnType<typeof openMemorySite>>;

/**
 * The real pages, sign-in and handlers in front of ports in memory: what a browser test needs of the system, without its
 * engine. `staff` are the usernames that may sign in, with `PASSWORD`.
 */
export const openMemorySite = async (city: SeededCity, staff: readonly string[]) => {
  const world = await createWorld({ city, at: new Date().toISOString() });
  const folder = mkdtempSync(join(tmpdir(), 'memory-site-'));
  let handle: RequestListener = () => undefined;
  const server = await listen((req, res) => handle(req, res));
  const issuer = `${server.url}/sign-in`;

  const signIn = openSignIn({
    ...{ folder, issuer, partners: [], region: 'local' },
    redirectUris: [`${server.url}/console`],
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  for (const username of staff) {
    await signIn.ensureAccount({ username: accountName(city, username), password: PASSWORD });
  }
  const handlerOf = (serving: unknown) => serving as LambdaHandler;
  const api = createGateway({
    routes: API_ROUTES.filter(({ handler }) => handler === 'citizen' || handler === 'staff'),
    handlers: {
      citizen: handlerOf(serveAll(citizenAnswers, world)),
      staff: handlerOf(serveAll(staffAnswers, world)),
    },
    authorizer: { issuer, audience: [CLIENT], jwks: signIn.jwks() },
  });
  const pages = await openWeb([SEEDED[city]]);
  handle = mount({ '/': pages({ issuer, clientId: CLIENT }), '/v1': api, '/sign-in': signIn.handle });

  return {
    url: server.url,
    world,
    close: async () => {
      await server.close();
      signIn.close();
      rmSync(folder, { recursive: true });
    },
  };
};
