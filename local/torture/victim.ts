import { appendFileSync } from 'node:fs';
import { HttpSms } from '../../adapters/sms/http-sms.ts';
import { createEngine } from '../asl/engine.ts';
import { lambdaDispatcher } from '../asl/lambda-dispatcher.ts';
import { sfnHandler } from '../asl/server.ts';
import { openSqliteStore } from '../asl/sqlite-store.ts';
import { openBucket } from '../bucket/open-bucket.ts';
import { createTable, HOME, REGION } from '../cloud.ts';
import { openDataFolder } from '../data-folder.ts';
import { listen } from '../listen.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { ProductClock } from '../product-clock.ts';
import { openScheduler } from '../scheduler/open-scheduler.ts';
import { createSchedulerEndpoint } from '../scheduler/scheduler-endpoint.ts';
import { openTable } from '../table/open-table.ts';
import type { Addresses } from './clients.ts';
import { CALLS_LOG, credentialsFrom, MACHINE_ARN, Order, SEND_ARN, TIMER_MACHINE } from './settings.ts';

/**
 * The process that is killed: the embedded parts on one data folder, opened as `openSystem` opens them, with a small machine
 * and a schedule's target whose effect is one message in the outbox. Tells its parent where they listen.
 */
const [path = ''] = process.argv.slice(2);
const credentials = credentialsFrom(process.env);
const folder = openDataFolder(path);
const clock = new ProductClock(folder.at('clock.json'));

const table = openTable({ folder: folder.at('table'), clock, refuseScan: true });
createTable(table);
const bucket = openBucket({ folder: folder.at('bucket'), credentials, region: REGION });
const outbox = openOutbox({ file: folder.at('outbox.sqlite'), clock });
const outboxServer = await listen(outbox.handle);
const sms = new HttpSms(`${outboxServer.url}/outbox/sms`);

/** The effect of a timer. Every call leaves a line, so that calls and messages can be told apart. */
const send = async (input: unknown, reference: string): Promise<void> => {
  const { timer } = Order.parse(input);
  appendFileSync(folder.at(CALLS_LOG), `${timer}\n`);
  const sent = await sms.send({ to: timer, subject: '', text: `The timer ${timer} has gone off.`, reference });
  if (!sent.ok) throw new Error(`The outbox has not taken the message of ${timer}.`);
};

const functions = new Map([[SEND_ARN, (input: unknown, { token }: { token: string }) => send(input, token)]]);
const store = openSqliteStore(folder.at('executions.sqlite'));
const engine = createEngine({ store, clock, dispatch: lambdaDispatcher(functions) });
engine.registerMachine(MACHINE_ARN, JSON.stringify(TIMER_MACHINE));

const scheduler = openScheduler({
  file: folder.at('schedules.sqlite'),
  clock,
  targets: { send: (input, scheduledAt) => send(input, `${Order.parse(input).timer}@${scheduledAt}`) },
});

const addresses: Addresses = {
  table: (await listen(table.handle)).url,
  bucket: (await listen(bucket.handle)).url,
  engine: (await listen(sfnHandler({ engine, home: HOME }))).url,
  scheduler: (await listen(createSchedulerEndpoint({ scheduler, credentials, region: REGION }))).url,
  outbox: outboxServer.url,
};
engine.start();
scheduler.start();
process.once('disconnect', () => process.exit());
process.send?.(addresses);
