import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { describe, onTestFinished } from 'vitest';
import { CityTable } from '../../adapters/dynamo/city-table.ts';
import { DynamoCallTasks } from '../../adapters/dynamo/dynamo-call-tasks.ts';
import { DynamoCaseFiles } from '../../adapters/dynamo/dynamo-case-files.ts';
import { DynamoCommittees } from '../../adapters/dynamo/dynamo-committees.ts';
import { DynamoDigests } from '../../adapters/dynamo/dynamo-digests.ts';
import { DynamoDirectory } from '../../adapters/dynamo/dynamo-directory.ts';
import { DynamoEarlierWishes } from '../../adapters/dynamo/dynamo-earlier-wishes.ts';
import { DynamoJobs } from '../../adapters/dynamo/dynamo-jobs.ts';
import { DynamoLedger } from '../../adapters/dynamo/dynamo-ledger.ts';
import { DynamoLetters } from '../../adapters/dynamo/dynamo-letters.ts';
import { DynamoMarks } from '../../adapters/dynamo/dynamo-marks.ts';
import { DynamoProofs } from '../../adapters/dynamo/dynamo-proofs.ts';
import { DynamoQueues } from '../../adapters/dynamo/dynamo-queues.ts';
import { DynamoRequests } from '../../adapters/dynamo/dynamo-requests.ts';
import { DynamoScans } from '../../adapters/dynamo/dynamo-scans.ts';
import { DynamoSearch } from '../../adapters/dynamo/dynamo-search.ts';
import { DynamoSessions } from '../../adapters/dynamo/dynamo-sessions.ts';
import { DynamoSlots } from '../../adapters/dynamo/dynamo-slots.ts';
import { DynamoVisits } from '../../adapters/dynamo/dynamo-visits.ts';
import { waitKey } from '../../adapters/dynamo/keys.ts';
import { createTableOf, timeToLiveOf } from '../../adapters/dynamo/table.ts';
import { readWait, type Wait, WaitItem } from '../../adapters/step-functions/wait-item.ts';
import type { Context } from '../../domain/change.ts';
import type { CallTasks } from '../../domain/ports/call-tasks.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Committees } from '../../domain/ports/committees.ts';
import type { Digests } from '../../domain/ports/digests.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { EarlierWishes } from '../../domain/ports/earlier-wishes.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Letters } from '../../domain/ports/letters.ts';
import type { Marks } from '../../domain/ports/marks.ts';
import type { Proofs } from '../../domain/ports/proofs.ts';
import type { Queues } from '../../domain/ports/queues.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Scans } from '../../domain/ports/scans.ts';
import type { Search } from '../../domain/ports/search.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import type { Request } from '../../domain/request.ts';
import type { Wish } from '../../domain/submission.ts';
import type { By } from '../../domain/timeline.ts';
import { listen } from '../../local/listen.ts';
import { openTable, type Table } from '../../local/table/open-table.ts';
import { MemoryKeys } from '../support/memory/memory-keys.ts';
import { agreed, createWorld, MONDAY_MORNING, MovableClock, openingOf, SEEDED } from '../support/world.ts';

/** The ports behind which the data lies, with a clock to move and the first steps that every test takes. */
export type DataWorld = {
  readonly city: string;
  readonly clock: Clock & Pick<MovableClock, 'forward' | 'moveTo'>;
  readonly directory: Directory;
  readonly requests: Requests;
  readonly caseFiles: CaseFiles;
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly visits: Visits;
  readonly marks: Marks;
  readonly jobs: Jobs;
  readonly letters: Letters;
  readonly committees: Committees;
  readonly digests: Digests;
  readonly ledger: Ledger;
  readonly queues: Queues;
  readonly earlierWishes: EarlierWishes;
  readonly callTasks: CallTasks;
  readonly proofs: Proofs;
  readonly scans: Scans;
  readonly search: Search;
  readonly keys: Keys;
  readonly context: (by?: By) => Context;
  /** What is published about a request, as its execution reads it. */
  readonly waitOf: (request: Request) => Promise<Published | undefined>;
  /** Leaves a token, as an execution does that has arrived at its wait. */
  readonly leaveToken: (request: Request, token: string) => Promise<void>;
  readonly submitRequest: (wish?: Partial<Wish>, options?: { limited?: boolean }) => Promise<Request>;
};

type Published = Pick<Wait, 'run' | 'version' | 'step' | 'until' | 'runInput' | 'expectedBy' | 'sweeps' | 'taskToken'>;

const TABLE_NAME = 'office';

/** The real adapters, through the real SDK, on an embedded table in memory that refuses to be scanned. */
export const createTableWorld = async (): Promise<
  DataWorld & { engine: Table; client: DynamoDB; tableName: string }
> => {
  const engine = openTable({ clock: { now: () => Date.parse(MONDAY_MORNING) }, refuseScan: true });
  const server = await listen(engine.handle);
  const client = new DynamoDB({
    endpoint: server.url,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(async () => {
    client.destroy();
    await server.close();
    engine.close();
  });
  await client.createTable(createTableOf(TABLE_NAME));
  await client.updateTimeToLive(timeToLiveOf(TABLE_NAME));

  const clock = new MovableClock(MONDAY_MORNING);
  const table = new CityTable(client, TABLE_NAME);
  const directory = new DynamoDirectory(table);
  agreed(await directory.load(SEEDED.eastmere));
  const requests = new DynamoRequests({ table, directory, clock });
  const keys = new MemoryKeys(clock);
  const context = (by: By = { actor: 'citizen' }): Context => ({ at: clock.now(), by, office: SEEDED.eastmere });
  return {
    ...{ engine, client, tableName: TABLE_NAME },
    ...{ city: 'eastmere', clock, directory, requests, keys, context },
    caseFiles: new DynamoCaseFiles({ table, requests, directory }),
    sessions: new DynamoSessions(table),
    slots: new DynamoSlots(table),
    visits: new DynamoVisits(table),
    marks: new DynamoMarks(table),
    jobs: new DynamoJobs(table),
    letters: new DynamoLetters(table),
    committees: new DynamoCommittees({ table, requests }),
    digests: new DynamoDigests(table),
    ledger: new DynamoLedger(table),
    queues: new DynamoQueues(table),
    earlierWishes: new DynamoEarlierWishes(table),
    callTasks: new DynamoCallTasks(table),
    proofs: new DynamoProofs(table),
    scans: new DynamoScans(table),
    search: new DynamoSearch(table),
    waitOf: ({ city, id }) => readWait(table, city, id),
    leaveToken: async ({ city, id }, token) => {
      const left = { update: 'SET #taskToken = :token', values: { ':token': token } };
      await table.update(waitKey(city, id), left, WaitItem);
    },
    submitRequest: async (wish = {}, { limited = false } = {}) =>
      agreed(await requests.add(openingOf(context(), keys, wish), { limited })),
  };
};

export const createTwinWorld = async (): Promise<DataWorld> => {
  const world = await createWorld({ city: 'eastmere', at: MONDAY_MORNING });
  const waitOf = async ({ city, id }: Request) => world.house.cases.get(`${city}/${id}`)?.wait;
  return {
    ...world,
    waitOf,
    leaveToken: async (request, token) => {
      const wait = await waitOf(request);
      if (wait) wait.taskToken = token;
    },
  };
};

/** The same promises, kept by the twin and by the table. */
export const inBothWorlds = (promises: (createWorld: () => Promise<DataWorld>) => void): void => {
  describe('in memory', () => promises(createTwinWorld));
  describe('in the table', () => promises(createTableWorld));
};
