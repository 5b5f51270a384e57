import { describe, expect, test } from 'vitest';
import { CONSOLE_ROUTES } from '../../../web/console/paths.ts';
import { paramsIn } from '../../../web/kit/route.ts';
import { PORTAL_ROUTES } from '../../../web/portal/paths.ts';

test.each([
  ['/', '', {}],
  ['/requests/:id', '/requests/ABC', { id: 'ABC' }],
  ['/requests/:id', '/requests/ABC/', { id: 'ABC' }],
  ['/desk/:unit/queue/:official', '/desk/d06/queue/d06-mayor', { unit: 'd06', official: 'd06-mayor' }],
  ['*', '/whatever/it/is', {}],
])('%s reads %s', (route, path, params) => {
  expect(paramsIn(route, path)).toEqual(params);
});

test.each([
  ['/requests/:id', '/requests'],
  ['/requests/:id', '/requests/ABC/orders'],
  ['/my', '/mine'],
])('%s does not read %s', (route, path) => {
  expect(paramsIn(route, path)).toBeUndefined();
});

describe.each([
  ['portal', PORTAL_ROUTES],
  ['console', CONSOLE_ROUTES],
])('The routes of the %s', (_, routes: readonly string[]) => {
  test('hide none behind an earlier one, and end with the one for every other address', () => {
    const example = (route: string) => route.replaceAll(/:(\w+)/g, 'a-$1').replace('*', '/a/b/c/d/e/f');
    for (const route of routes) expect(routes.find((candidate) => paramsIn(candidate, example(route)))).toBe(route);
    expect(routes.at(-1)).toBe('*');
  });
});
