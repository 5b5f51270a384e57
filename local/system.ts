import type { IncomingMessage, ServerResponse } from 'node:http';
import { accountName } from '../domain/account-name.ts';
import { instantOf } from '../domain/time.ts';
import { API_ROUTES } from './api-routes.ts';
import type { LambdaFunction } from './asl/lambda-dispatcher.ts';
import { openBucket } from './bucket/open-bucket.ts';
import { clockControl } from './clock-control.ts';
import {
  createBucket,
  createTable,
  functionEnv,
  newCredentials,
  PASS_DEADLINE_ARN,
  pointSdkAt,
  REGION,
  TABLE_NAME,
} from './cloud.ts';
import { openDataFolder } from './data-folder.ts';
import { openExecutions } from './executions.ts';
import { createGateway } from './gateway/create-gateway.ts';
import { openHandlers, SCHEDULE_MINUTES } from './handlers.ts';
import { listen } from './listen.ts';
import { mount } from './mount.ts';
import { openOutbox } from './outbox/outbox.ts';
import { ProductClock } from './product-clock.ts';
import { openScheduler } from './scheduler/open-scheduler.ts';
import { firstSignIns, PARTNER_LINES, seedCities, seedPassword } from './seed.ts';
import { openSeededAccounts } from './seed-accounts.ts';
import { CONSOLE_CLIENT } from './sign-in/create-provider.ts';
import { openSignIn } from './sign-in/open-sign-in.ts';
import { openTable } from './table/open-table.ts';
import { createTimeMachine } from './time-machine.ts';

type Pages = (req: IncomingMessage, res: ServerResponse) => unknown;
type SignInSettings = { readonly issuer: string; readonly clientId: string };

export type SystemOptions = {
  readonly folder: string;
  readonly port: number;
  readonly log?: (line: string) => void;
  /** What answers where no part does: the web apps. */
  readonly pages?: (settings: SignInSettings) => Pages;
};

/** The whole system in this process: the deployed code on embedded parts, reached through the AWS SDK's own clients. */
export type System = Awaited<ReturnType<typeof openSystem>>;

const noPages: Pages = (_req, res: ServerResponse) => res.writeHead(404).end();

/**
 * Opens every part on one data folder, loopback only. Public on `port`: the API, sign-in, bucket, outbox, clock and pages; table,
 * engine and account administration listen on free ports of their own.
 *
 * @throws DataFolderError if another process has the folder, or it is not ours
 */
export const openSystem = async ({ folder: path, port, pages, log = () => {} }: SystemOptions) => {
  const folder = openDataFolder(path);
  const clock = new ProductClock(folder.at('clock.json'));
  const credentials = newCredentials();
  const url = `http://127.0.0.1:${port}`;

  const table = openTable({ folder: folder.at('table'), clock, refuseScan: true });
  createTable(table);
  const signIn = openSignIn({
    ...{ folder: folder.at('sign-in'), issuer: `${url}/sign-in`, redirectUris: [`${url}/console`] },
    ...{ partners: PARTNER_LINES, credentials, region: REGION },
  });
  const settings: SignInSettings = { issuer: `${url}/sign-in`, clientId: CONSOLE_CLIENT };
  const bucket = openBucket({
    folder: folder.at('bucket'),
    credentials,
    region: REGION,
    prefix: '/bucket',
    allowedOrigin: url,
  });
  const outbox = openOutbox({ file: folder.at('outbox.sqlite'), clock });

  const tableServer = await listen(table.handle);
  const accountServer = await listen(signIn.adminHandle);
  const functions = new Map<string, LambdaFunction>();
  const executions = openExecutions({
    ...{ file: folder.at('executions.sqlite'), clock, credentials, functions },
    tableUrl: tableServer.url,
  });
  const { engine } = executions;
  const sfnServer = await listen(executions.handle);
  pointSdkAt(
    { dynamodb: tableServer.url, sfn: sfnServer.url, s3: `${url}/bucket`, cognito: accountServer.url },
    credentials,
  );
  const handlers = await openHandlers(functionEnv(folder, `${url}/outbox`), { now: () => instantOf(clock.now()) });
  functions.set(PASS_DEADLINE_ARN, handlers.passDeadline);

  const scheduler = openScheduler({ file: folder.at('schedules.sqlite'), clock, targets: handlers.schedules });
  for (const [target, minutes] of Object.entries(SCHEDULE_MINUTES)) {
    const expression = `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`;
    scheduler.ensure({ name: target, target, expression, timeZone: 'UTC', input: {} });
  }
  const timeMachine = createTimeMachine({ clock, engine, scheduler, table, tableName: TABLE_NAME });
  const gateway = createGateway({
    routes: API_ROUTES,
    handlers: handlers.api,
    authorizer: {
      issuer: settings.issuer,
      audience: [CONSOLE_CLIENT, ...PARTNER_LINES.map(({ clientId }) => clientId)],
      jwks: signIn.jwks(),
    },
  });
  const publicServer = await listen(
    mount({
      ...{ '/sign-in': signIn.handle, '/bucket': bucket.handle, '/outbox': outbox.handle },
      ...{ '/_clock': clockControl(clock, timeMachine.moveTo), '/v1': gateway, '/docs': gateway },
      '/': pages?.(settings) ?? noPages,
    }),
    port,
  );
  await createBucket();

  await seedCities(handlers.directory);
  const password = seedPassword(folder.at('seed-password'));
  const accounts = await openSeededAccounts(signIn.ensureAccount, password);

  const unfollow = clock.onMoved(() => {
    scheduler.clockMoved();
    engine.clockMoved();
  });
  const expiry = setInterval(() => table.expire(), 60_000).unref();
  engine.start();
  scheduler.start();
  log(`The system runs at ${url}`);

  return {
    url,
    clock,
    engine,
    now: () => clock.now(),
    moveClockTo: timeMachine.moveTo,
    settle: timeMachine.settle,
    signIn: settings,
    partnerSecret: (clientId: string) => signIn.partnerSecret(clientId),
    seeds: firstSignIns().map(({ city, user }) => ({
      city,
      username: accountName(city, user.username),
      roles: user.roles.map(({ role }) => role),
    })),
    password,
    /** Lets a seeded account sign in now; unasked, they are opened one after the other. */
    openAccount: accounts.openNow,
    /** Units consumed at the table since it was opened, by table and index. */
    consumed: table.consumed,

    async close(): Promise<void> {
      clearInterval(expiry);
      unfollow();
      engine.stop();
      scheduler.stop();
      await accounts.close();
      await publicServer.close();
      await scheduler.close();
      await engine.idle();
      for (const server of [sfnServer, tableServer, accountServer]) await server.close();
      executions.close();
      table.close();
      bucket.close();
      outbox.close();
      signIn.close();
      folder.close();
    },
  };
};
