import type { IncomingMessage, ServerResponse } from 'node:http';
import { accountName } from '../domain/account-name.ts';
import { API_ROUTES } from './api-routes.ts';
import { clockControl } from './clock-control.ts';
import { createBuckets, TABLE_NAME } from './cloud.ts';
import { openDataFolder } from './data-folder.ts';
import { openFrontDoor } from './front-door.ts';
import { createGateway } from './gateway/create-gateway.ts';
import { mount } from './mount.ts';
import { openParts } from './parts.ts';
import { firstSignIns, PARTNER_LINES, seedCities, seedPassword } from './seed.ts';
import { openSeededAccounts } from './seed-accounts.ts';
import { CONSOLE_CLIENT } from './sign-in/create-provider.ts';
import { createTimeMachine } from './time-machine.ts';

type Pages = (req: IncomingMessage, res: ServerResponse) => unknown;
type SignInSettings = { readonly issuer: string; readonly clientId: string };

export type SystemOptions = {
  readonly folder: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log?: (line: string) => void;
  /** What answers where no part does: the web apps. */
  readonly pages?: (settings: SignInSettings) => Pages;
};

/** The whole system in this process: the deployed code on embedded parts, reached through the AWS SDK's own clients. */
export type System = Awaited<ReturnType<typeof openSystem>>;

const noPages: Pages = (_req, res) => res.writeHead(404).end();
const EXPIRY_MS = 60_000;

/**
 * Opens the system on one data folder, on the loopback only; at its first start it seeds the cities and their staff.
 *
 * @throws CannotStart if another process has the folder or the port, or the folder is not ours
 */
export const openSystem = async ({ folder: path, port, pages = () => noPages, log = () => {} }: SystemOptions) => {
  const folder = openDataFolder(path);
  const door = await openFrontDoor(port);
  const { url } = door;
  const parts = await openParts(folder, url);
  const { clock, table, signIn, bucket, outbox, engine, scheduler, handlers } = parts;

  const settings: SignInSettings = { issuer: `${url}/sign-in`, clientId: CONSOLE_CLIENT };
  const timeMachine = createTimeMachine({ clock, engine, scheduler, table, tableName: TABLE_NAME });
  const audience = [CONSOLE_CLIENT, ...PARTNER_LINES.map(({ clientId }) => clientId)];
  const gateway = createGateway({
    routes: API_ROUTES,
    handlers: handlers.api,
    authorizer: { issuer: settings.issuer, audience, jwks: signIn.jwks() },
  });
  door.leadsTo(
    mount({
      ...{ '/sign-in': signIn.handle, '/bucket': bucket.handle, '/outbox': outbox.handle },
      ...{ '/_clock': clockControl(clock, timeMachine.moveTo), '/v1': gateway, '/docs': gateway },
      '/': pages(settings),
    }),
  );

  await createBuckets();
  await seedCities(handlers.directory);
  await handlers.schedules['plan-sessions']();
  const password = seedPassword(folder.at('seed-password'));
  const accounts = await openSeededAccounts(signIn.ensureAccount, password);
  const expiry = setInterval(() => table.expire(), EXPIRY_MS).unref();
  engine.start();
  scheduler.start();
  log(`The system runs at ${url}`);

  return {
    ...{ url, clock, engine, password, signIn: settings },
    now: () => clock.now(),
    moveClockTo: timeMachine.moveTo,
    settle: timeMachine.settle,
    partnerSecret: (clientId: string) => signIn.partnerSecret(clientId),
    seeds: firstSignIns().map(({ city, user }) => ({
      city,
      username: accountName(city, user.username),
      roles: user.roles.map(({ role }) => role),
    })),
    /** Lets a seeded account sign in now; unasked, they are opened one after the other. */
    openAccount: accounts.openNow,
    /** Units consumed at the table since it was opened, by table and index. */
    consumed: table.consumed,

    async close(): Promise<void> {
      clearInterval(expiry);
      await accounts.close();
      await door.close();
      await parts.close();
      folder.close();
    },
  };
};
