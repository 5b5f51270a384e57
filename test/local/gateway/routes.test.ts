import { expect, test } from 'vitest';
import { createRouter, MalformedPath } from '../../../local/gateway/routes.ts';

const find = createRouter([
  { method: 'GET', path: '/v1/{city}/{rest+}', handler: 'rest' },
  { method: 'ANY', path: '/v1/{city}/units', handler: 'units-any' },
  { method: 'GET', path: '/v1/{city}/{noun}', handler: 'noun' },
  { method: 'GET', path: '/v1/{city}/units', handler: 'units' },
]);
const handler = (method: string, path: string) => find(method, path)?.route.handler;

test('the most specific path wins, whatever the order of the routes', () => {
  expect(handler('GET', '/v1/tehran/units')).toBe('units');
  expect(handler('GET', '/v1/tehran/posts')).toBe('noun');
  expect(handler('GET', '/v1/tehran/posts/3')).toBe('rest');
});

test('ANY takes the methods nobody named', () => {
  expect(handler('POST', '/v1/tehran/units')).toBe('units-any');
});

test('path parameters arrive decoded, the rest of a path in one piece', () => {
  expect(find('GET', '/v1/%D8%AA%D9%87/a%2Fb')?.pathParameters).toEqual({ city: 'ته', noun: 'a/b' });
  expect(find('GET', '/v1/tehran/a/b%20c/d')?.pathParameters).toEqual({ city: 'tehran', rest: 'a/b c/d' });
});

test('an empty segment is no parameter and a trailing slash is another path', () => {
  expect(handler('GET', '/v1//units')).toBeUndefined();
  expect(handler('POST', '/v1/tehran/units/')).toBeUndefined();
});

test('a path that cannot be decoded is told apart from one that is not there', () => {
  expect(() => find('GET', '/v1/%zz/units')).toThrow(MalformedPath);
});
