import type { Route } from './gateway/routes.ts';

/** The routes as `infra/constructs/office-api.ts` deploys them; a test holds the two against each other. */
export const API_ROUTES: readonly Route[] = [
  { method: 'ANY', path: '/v1/{city}/staff/{proxy+}', handler: 'staff', authorizer: 'jwt' },
  { method: 'ANY', path: '/v1/{city}/partner/{proxy+}', handler: 'partner', authorizer: 'jwt' },
  { method: 'ANY', path: '/v1/{city}/{proxy+}', handler: 'citizen' },
  { method: 'ANY', path: '/v1/{city}', handler: 'citizen' },
  { method: 'GET', path: '/v1/openapi.json', handler: 'docs' },
  { method: 'GET', path: '/docs', handler: 'docs' },
];
