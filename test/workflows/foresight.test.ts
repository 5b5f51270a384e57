import { afterEach, beforeEach, expect, test } from 'vitest';
import { withdraw } from '../../domain/citizen-word.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Request } from '../../domain/request.ts';
import { plusMinutes } from '../../domain/time.ts';
import { acceptIt, take } from '../support/lives.ts';
import { openOffice, type RunningOffice } from '../support/running-office.ts';

/** Row 2 of the protocol for whoever has read the wait item with the request: the condition of the write stands for a read after it. */
let office: RunningOffice;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const deciding = <Value>({ city, id }: Request, act: () => Promise<Value>): Promise<Value> =>
  office.foresight.deciding({ city, request: id, reads: ['request', 'published'] }, act);

test('a decision signals with the token that was there at its write', async () => {
  const request = await office.submit();

  await deciding(request, () => acceptIt(office, request));
  await office.settle();

  expect(await office.isInStep(request.id)).toBe(true);
  expect(office.statesOf(request.id)).toEqual(['Triage', 'Wait for slot']);
});

test('a token that comes between the read and the write is signalled all the same', async () => {
  const request = await office.submitWithoutStart();

  await deciding(request, async () => {
    await office.requests.find(request.city, request.id);
    await office.workflow.start(request);
    await office.settle();
    await acceptIt(office, request);
  });
  await office.settle();

  expect(await office.isInStep(request.id)).toBe(true);
  expect(office.statesOf(request.id)).toEqual(['Triage', 'Wait for slot']);
});

test('a run that was replaced between the read and the write is not asked for by its old name', async () => {
  const request = await office.submit();
  await office.kill(request.id);
  await office.clock.moveTo(plusMinutes(request.until, 2));

  await deciding(request, async () => {
    await office.requests.find(request.city, request.id);
    await office.sweepNow();
    await take(office, request, (read, context) => withdraw(read, undefined, context));
  });
  await office.settle();

  expect(await office.isInStep(request.id)).toBe(true);
  expect(office.executions(request.id)).toHaveLength(2);
});

test('a decision that was taken meanwhile is read before it is decided again', async () => {
  const request = await office.submit();

  const accepted = await deciding(request, async () => {
    let reads = 0;
    const find: Requests['find'] = async (city, id) => {
      const read = await office.requests.find(city, id);
      reads += 1;
      if (reads === 1 && read) await office.requests.replace(noted(read));
      return read;
    };
    return acceptIt({ ...office, requests: finding(office.requests, find) }, request);
  });
  await office.settle();

  expect(accepted.version).toBe(3);
  expect(await office.isInStep(request.id)).toBe(true);
});

const finding = (requests: Requests, find: Requests['find']): Requests =>
  new Proxy(requests, {
    get: (target, name) => {
      const value: unknown = name === 'find' ? find : Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** A decision that changes nothing but the version. */
const noted = (read: Request) => ({
  ...{ before: read, after: { ...read, version: read.version + 1 } },
  ...{ events: [], letters: [], callTasks: [], slots: [] },
});
