import type { Plugin } from 'vite';
import { CITIZEN_OPERATIONS } from '../../contract/citizen/operations.ts';
import type { Operation } from '../../contract/operation.ts';
import { STAFF_OPERATIONS } from '../../contract/staff/operations.ts';
import type { RouteTable } from '../api/client.ts';

const LISTS: Readonly<Record<string, readonly Operation[]>> = {
  'virtual:routes/citizen': CITIZEN_OPERATIONS,
  'virtual:routes/staff': STAFF_OPERATIONS,
};

/** Name → method and path: all that a browser needs of an operation. The schemas would weigh as much as a whole page. */
export const routeTableOf = (operations: readonly Operation[]): RouteTable =>
  Object.fromEntries(operations.map(({ name, method, path }) => [name, [method, path]]));

/** Serves the route tables of the contract as modules, so that methods and paths stand in the one list only. */
export const routeTables = (): Plugin => ({
  name: 'route-tables',
  resolveId: (id) => (id in LISTS ? `\0${id}` : undefined),
  load(id) {
    const operations = LISTS[id.slice(1)];
    return operations && `export const routes = ${JSON.stringify(routeTableOf(operations))};`;
  },
});
