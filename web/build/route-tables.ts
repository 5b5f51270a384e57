import type { Plugin } from 'vite';
import * as z from 'zod/mini';
import { CITIZEN_OPERATIONS } from '../../contract/citizen/operations.ts';
import type { Operation } from '../../contract/operation.ts';
import { STAFF_OPERATIONS } from '../../contract/staff/operations.ts';
import { Policies } from '../../domain/policies.ts';
import type { RouteTable } from '../api/client.ts';

const LISTS: Readonly<Record<string, readonly Operation[]>> = {
  'virtual:routes/citizen': CITIZEN_OPERATIONS,
  'virtual:routes/staff': STAFF_OPERATIONS,
};

/** Name → method and path: all that a browser needs of an operation. The schemas would weigh as much as a whole page. */
export const routeTableOf = (operations: readonly Operation[]): RouteTable =>
  Object.fromEntries(operations.map(({ name, method, path }) => [name, [method, path]]));

/** What may be said of each policy; the console draws its form from it. */
const POLICIES = 'virtual:schemas/policies';

/** Serves the route tables of the contract, and the schema of the policies, as modules: what they say stands in one place only. */
export const routeTables = (): Plugin => ({
  name: 'route-tables',
  resolveId: (id) => (id in LISTS || id === POLICIES ? `\0${id}` : undefined),
  load(id) {
    if (id === `\0${POLICIES}`) {
      return `export const policies = ${JSON.stringify(z.toJSONSchema(Policies, { unrepresentable: 'any' }))};`;
    }
    const operations = LISTS[id.slice(1)];
    return operations && `export const routes = ${JSON.stringify(routeTableOf(operations))};`;
  },
});
