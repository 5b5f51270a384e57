import type { Life } from './life.ts';
import type { Told } from './read-back.ts';

/** What was read back and is not as the life should have ended; one line each, nothing if all is well. */
export const checkEnd = ({ id, ends }: Life, told: Told): string[] => {
  const { request, orders, events, executions, letters, scans, messages } = told;
  const wrong: string[] = [];
  const expect = (what: string, found: unknown, wanted: unknown) => {
    const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
    if (is !== should) wrong.push(`${id}: ${what} is ${is}, not ${should}`);
  };

  expect('status', request.status, 'closed');
  expect('reason', request.reason, ends.reason);
  const asAtTheEnd = ({ status, rung, disputes }: (typeof ends.orders)[number]) => ({ status, rung, disputes });
  expect('orders', orders.map(asAtTheEnd), ends.orders.map(asAtTheEnd));
  for (const [kind, times] of Object.entries(ends.events)) {
    expect(`number of "${kind}" in the timeline`, events.filter((event) => event.kind === kind).length, times);
  }
  const instants = events.map(({ at }) => at);
  expect('order of the timeline', instants, instants.toSorted());

  expect('number of pictures', scans.length, ends.scans ?? 0);
  for (const { type, bytes } of scans) expect('picture', [type, bytes > 0], ['image/jpeg', true]);
  const unsent = letters.filter(({ result }) => result !== 'sent' && result !== 'overtaken');
  expect('letters that were not sent', unsent, []);
  expect('whether messages have come', messages > 0, true);

  expect('number of executions', executions.length > 0, true);
  for (const { name, status } of executions) expect(`execution ${name}`, status, 'SUCCEEDED');
  const transitions = transitionsOf(told);
  const { transitionsAtMost = Number.POSITIVE_INFINITY } = ends;
  if (transitions > transitionsAtMost) wrong.push(`${id}: took ${transitions} transitions, not ${transitionsAtMost}`);
  return wrong;
};

/** Over all executions of the request. */
export const transitionsOf = ({ executions }: Told): number =>
  executions.reduce((sum, { transitions }) => sum + transitions, 0);
