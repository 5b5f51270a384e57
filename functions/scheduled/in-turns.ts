import { logFault } from '../log-fault.ts';

/** So many at once, that a backlog does not use up what a service allows in a second. */
const AT_ONCE = 10;

/** Works off a list, a few at a time. What fails is logged and comes back as `failed`; it stops nobody else. */
export const inTurns = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<(Result | 'failed')[]> => {
  const results: (Result | 'failed')[] = [];
  for (let next = 0; next < items.length; next += AT_ONCE) {
    const turn = items.slice(next, next + AT_ONCE).map((item) => work(item).catch(failed));
    results.push(...(await Promise.all(turn)));
  }
  return results;
};

const failed = (fault: unknown): 'failed' => {
  logFault('One of many failed', fault);
  return 'failed';
};
