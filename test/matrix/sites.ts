import { today } from '../disposable/definitions.ts';
import { type AnyKind, CALLS, NUDGES } from './calls.ts';

/** What the tasks of the definition are, by what they call; one that calls something else is not in the matrix. */
const kindOfTask = (resource: string): AnyKind => {
  if (resource.endsWith(':dynamodb:updateItem.waitForTaskToken')) return 'token';
  if (resource.endsWith(':dynamodb:getItem')) return 'look';
  if (resource.startsWith('arn:aws:lambda:')) return 'duty';
  throw new Error(`The matrix does not know what may happen to a call of ${resource}`);
};

const ofMachine = (): [string, AnyKind][] =>
  Object.entries(today().States).flatMap(([name, state]) =>
    'Resource' in state ? [[`machine.${name}`, kindOfTask(state.Resource)]] : [],
  );
const ofAll = (calls: Readonly<Record<string, Readonly<Record<string, AnyKind>>>>): [string, AnyKind][] =>
  Object.entries(calls).flatMap(([name, methods]) =>
    Object.entries(methods).map(([method, kind]): [string, AnyKind] => [`${name}.${method}`, kind]),
  );

/** Every site at which a call goes over a wire, and of which kind it is. */
export const SITES: ReadonlyMap<string, AnyKind> = new Map(
  [...ofAll(CALLS), ...ofAll(NUDGES), ...ofMachine()].filter(([, kind]) => kind !== 'here' && kind !== 'composed'),
);
