import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CityTable } from '../../adapters/dynamo/city-table.ts';
import { DynamoCallTasks } from '../../adapters/dynamo/dynamo-call-tasks.ts';
import { DynamoCaseFiles } from '../../adapters/dynamo/dynamo-case-files.ts';
import { DynamoCommittees } from '../../adapters/dynamo/dynamo-committees.ts';
import { DynamoDigests } from '../../adapters/dynamo/dynamo-digests.ts';
import { DynamoDirectory } from '../../adapters/dynamo/dynamo-directory.ts';
import { DynamoEarlierWishes } from '../../adapters/dynamo/dynamo-earlier-wishes.ts';
import { DynamoForesight } from '../../adapters/dynamo/dynamo-foresight.ts';
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
import type { Clock } from '../../domain/ports/clock.ts';
import type { TableEnv } from '../env.ts';

/** Every port that the table stands behind; the other wirings build on them. */
export const tablePorts = (env: TableEnv, clock: Clock) => {
  const table = new CityTable(new DynamoDBClient({}), env.TABLE_NAME);
  const directory = new DynamoDirectory(table);
  const requests = new DynamoRequests({ table, directory, clock });
  return {
    ...{ table, directory, requests, clock },
    caseFiles: new DynamoCaseFiles({ table, requests, directory }),
    sessions: new DynamoSessions(table),
    slots: new DynamoSlots(table),
    visits: new DynamoVisits(table),
    marks: new DynamoMarks(table),
    jobs: new DynamoJobs(table),
    committees: new DynamoCommittees({ table, requests }),
    digests: new DynamoDigests(table),
    letters: new DynamoLetters(table),
    ledger: new DynamoLedger(table),
    queues: new DynamoQueues(table),
    earlierWishes: new DynamoEarlierWishes(table),
    callTasks: new DynamoCallTasks(table),
    proofs: new DynamoProofs(table),
    scans: new DynamoScans(table),
    foresight: new DynamoForesight(table),
    search: new DynamoSearch(table),
  };
};
