import { ConditionalCheckFailedException, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { backOff } from '../../domain/back-off.ts';
import type { Waits } from '../../domain/ports.ts';
import { runInputOf } from '../../domain/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import { dueWaits, requestOfPartition, waitKey } from '../dynamo/keys.ts';
import { DUE } from '../dynamo/table.ts';
import { type Machine, signal, start } from './nudges.ts';
import { isInStep, readWait, ticketOfWait, type Wait, type WaitTable } from './wait-item.ts';

/** Finds the waits that somebody should have moved by now, and brings their executions back in step. */
export class StepFunctionsWaits implements Waits {
  readonly #parts: WaitTable & Machine;

  constructor(parts: WaitTable & Machine) {
    this.#parts = parts;
  }

  async overdue(city: string, until: Instant, limit: number): Promise<readonly string[]> {
    const { dynamo, tableName } = this.#parts;
    const { Items = [] } = await dynamo.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: DUE,
        KeyConditionExpression: 'dueKey = :waits AND dueAt <= :until',
        ExpressionAttributeValues: { ':waits': { S: dueWaits(city) }, ':until': { S: until } },
        Limit: limit,
      }),
    );
    return Items.map((item) => requestOfPartition(item.pk?.S ?? ''));
  }

  async claim(city: string, id: string, at: Instant): Promise<boolean> {
    const wait = await readWait(this.#parts, city, id);
    if (wait?.expectedBy === undefined || wait.expectedBy > at) return false;
    // Counted from now: a switch that is long overdue would else be claimed again and again.
    return this.#update(wait, {
      ConditionExpression: 'expectedBy = :asRead AND sweeps = :sweeps',
      UpdateExpression: 'SET expectedBy = :next, dueAt = :next, sweeps = :more',
      ExpressionAttributeValues: {
        ':asRead': { S: wait.expectedBy },
        ':sweeps': { N: String(wait.sweeps) },
        ':next': { S: backOff(wait.sweeps, at) },
        ':more': { N: String(wait.sweeps + 1) },
      },
    });
  }

  async revive(city: string, id: string): ReturnType<Waits['revive']> {
    const wait = await readWait(this.#parts, city, id);
    if (!wait) return 'closed';
    if (!isInStep(wait) && (await signal(this.#parts, wait))) return 'woken';
    if (wait.step === 'closed') return 'closed';
    if ((await start(this.#parts, wait)) === 'running') return wait.taskToken === undefined ? 'started' : 'in-step';
    return this.#replace(wait);
  }

  /** The run is over and its name used up: the next run takes its place, and the token of the old one goes with it. */
  async #replace(wait: Wait): Promise<'replaced' | 'in-step'> {
    const { id } = wait;
    const run = wait.run + 1;
    const runInput = runInputOf({ ...ticketOfWait(wait), run: String(run) });
    const replaced = await this.#update(wait, {
      ConditionExpression: `#run = :run AND ${wait.taskToken === undefined ? 'attribute_not_exists(taskToken)' : 'taskToken = :token'}`,
      UpdateExpression: 'SET #run = :next, runInput = :input REMOVE taskToken, tokenVersion, tokenStep, expectedStep',
      ExpressionAttributeNames: { '#run': 'run' },
      ExpressionAttributeValues: {
        ':run': { N: String(wait.run) },
        ':next': { N: String(run) },
        ':input': { S: runInput },
        ...(wait.taskToken !== undefined && { ':token': { S: wait.taskToken } }),
      },
    });
    if (!replaced) return 'in-step';
    await start(this.#parts, { id, run, runInput });
    return 'replaced';
  }

  async #update(
    { city, id }: Wait,
    update: Pick<
      ConstructorParameters<typeof UpdateItemCommand>[0],
      'ConditionExpression' | 'UpdateExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
    >,
  ): Promise<boolean> {
    const { dynamo, tableName } = this.#parts;
    try {
      await dynamo.send(new UpdateItemCommand({ TableName: tableName, Key: marshall(waitKey(city, id)), ...update }));
      return true;
    } catch (fault) {
      if (fault instanceof ConditionalCheckFailedException) return false;
      throw fault;
    }
  }
}
