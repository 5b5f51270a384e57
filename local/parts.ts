import { instantOf } from '../domain/time.ts';
import type { LambdaFunction } from './asl/lambda-dispatcher.ts';
import { openBucket } from './bucket/open-bucket.ts';
import {
  createTable,
  DARKROOM_FUNCTION,
  functionEnv,
  newCredentials,
  PASS_DEADLINE_ARN,
  pointSdkAt,
  REGION,
} from './cloud.ts';
import type { DataFolder } from './data-folder.ts';
import { openExecutions } from './executions.ts';
import { openHandlers, SCHEDULE_MINUTES } from './handlers.ts';
import { inviteBy } from './invite-by.ts';
import { openLambdaEndpoint } from './lambda-endpoint.ts';
import { listen } from './listen.ts';
import { openOutbox } from './outbox/outbox.ts';
import { ProductClock } from './product-clock.ts';
import { openScheduler } from './scheduler/open-scheduler.ts';
import { PARTNER_LINES } from './seed.ts';
import { openSignIn } from './sign-in/open-sign-in.ts';
import { openTable, type TableOptions } from './table/open-table.ts';

/**
 * Every embedded part on one data folder, and the deployed code wired to them through the AWS SDK's own clients. Table, engine
 * and account administration listen on free ports of their own; the rest is mounted at `url`. `watch` is told what is paid for.
 */
export const openParts = async (folder: DataFolder, url: string, watch: Pick<TableOptions, 'onConsumed'> = {}) => {
  const clock = new ProductClock(folder.at('clock.json'));
  const credentials = newCredentials();
  const aws = { credentials, region: REGION };

  const table = openTable({ folder: folder.at('table'), clock, refuseScan: true, ...watch });
  createTable(table);
  const signIn = openSignIn({
    ...{ folder: folder.at('sign-in'), issuer: `${url}/sign-in`, redirectUris: [`${url}/console`] },
    ...{ partners: PARTNER_LINES, ...aws, invite: inviteBy(`${url}/outbox/mail`) },
  });
  const bucket = openBucket({
    folder: folder.at('bucket'),
    prefix: '/bucket',
    allowedOrigin: url,
    searches: true,
    ...aws,
  });
  const outbox = openOutbox({ file: folder.at('outbox.sqlite'), clock });

  const tableServer = await listen(table.handle);
  const accountServer = await listen(signIn.adminHandle);
  const functions = new Map<string, LambdaFunction>();
  const file = folder.at('executions.sqlite');
  const executions = openExecutions({ file, clock, credentials, functions, tableUrl: tableServer.url });
  const sfnServer = await listen(executions.handle);
  const lambda = openLambdaEndpoint({ [DARKROOM_FUNCTION]: (event) => handlers.developScan(event) });
  const lambdaServer = await listen(lambda.handle);
  const endpoints = {
    ...{ dynamodb: tableServer.url, sfn: sfnServer.url, s3: `${url}/bucket` },
    ...{ cognito: accountServer.url, lambda: lambdaServer.url },
  };
  pointSdkAt(endpoints, credentials);

  const handlers = await openHandlers(functionEnv(folder, `${url}/outbox`), { now: () => instantOf(clock.now()) });
  functions.set(PASS_DEADLINE_ARN, handlers.passDeadline);
  const scheduler = openScheduler({ file: folder.at('schedules.sqlite'), clock, targets: handlers.schedules });
  for (const [target, minutes] of Object.entries(SCHEDULE_MINUTES)) {
    const expression = `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`;
    scheduler.ensure({ name: target, target, expression, timeZone: 'UTC', input: {} });
  }

  const { engine } = executions;
  const unfollow = clock.onMoved(() => {
    scheduler.clockMoved();
    engine.clockMoved();
  });
  return {
    ...{ clock, table, signIn, bucket, outbox, engine, scheduler, handlers },

    /** Waits for what is under way, then lets go of the files. */
    async close(): Promise<void> {
      unfollow();
      engine.stop();
      scheduler.stop();
      await scheduler.close();
      await engine.idle();
      await lambda.idle();
      for (const server of [lambdaServer, sfnServer, tableServer, accountServer]) await server.close();
      for (const part of [executions, table, bucket, outbox, signIn]) part.close();
    },
  };
};
