import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../contract/operations.ts';
import { API_ROUTES } from '../../local/api-routes.ts';
import { createRouter } from '../../local/gateway/routes.ts';

const HANDLERS = { anyone: 'citizen', citizen: 'citizen', staff: 'staff', partner: 'partner' } as const;

describe('The routes of the API', () => {
  const find = createRouter(API_ROUTES);

  test.each(OPERATIONS)('lead $method $path to the function of its audience', ({ method, path, caller }) => {
    const route = find(method, path.replaceAll(/\{\w+\}/g, 'one'))?.route;
    expect(route?.handler).toBe(HANDLERS[caller]);
    expect(route?.authorizer).toBe(caller === 'staff' || caller === 'partner' ? 'jwt' : undefined);
  });
});
