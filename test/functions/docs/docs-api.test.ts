import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { jsonSchema } from '../../../contract/json-schema.ts';
import { OPERATIONS } from '../../../contract/operations.ts';
import { refusalsOf } from '../../../contract/refusals-of.ts';
import { curlOf } from '../../../functions/docs/curl-of.ts';
import { exampleOf } from '../../../functions/docs/example-of.ts';
import { html } from '../../../functions/docs/html.ts';
import { fieldsOf, nodeOf } from '../../../functions/docs/schema-fields.ts';
import { handler } from '../../../functions/entries/docs-api.ts';

const get = async (path: string, language = 'en') => {
  const event = {
    version: '2.0',
    headers: { 'accept-language': language },
    requestContext: { http: { method: 'GET', path } },
  };
  const {
    statusCode,
    headers = {},
    body = '',
  } = await handler(event as unknown as APIGatewayProxyEventV2, {} as Context);
  return { status: statusCode, headers, body };
};
/** The part of the page about one operation. */
const sectionOf = (page: string, anchor: string): string =>
  page.split('<article ').find((part) => part.startsWith(`aria-labelledby="${anchor}"`)) ?? '';

describe('The description of the API', () => {
  test('is found as a document', async () => {
    const { status, headers, body } = await get('/v1/openapi.json');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(body)).toMatchObject({ openapi: '3.1.0' });
  });

  test('is nowhere else', async () => {
    expect(await get('/docs/more')).toMatchObject({ status: 404, body: expect.stringContaining('not-found') });
  });
});

describe.each(['en', 'fa'] as const)('The page in %s', (language) => {
  let page: string;
  let headers: Record<string, unknown>;
  beforeAll(async () => {
    ({ body: page, headers } = await get('/docs', language));
  });

  test('tells how each audience proves who calls', () => {
    const section = page.split('<section ').find((part) => part.startsWith('aria-labelledby="sign-in"'));
    for (const word of ['SESSION', 'STAFF_TOKEN', 'PKCE', 'PARTNER_TOKEN', 'client_credentials']) {
      expect(section).toContain(word);
    }
  });

  test('is the same the second time', async () => {
    expect((await get('/docs', language)).body).toBe(page);
  });

  test.each(OPERATIONS)('tells all about $name', (operation) => {
    const anchor = `${operation.caller}.${operation.name}`;
    expect(page).toContain(`<a href="#${anchor}">`);
    const section = sectionOf(page, anchor);
    expect(section).toContain(html`${operation.summary[language]}`.markup);
    expect(section).toContain(`${operation.method} ${operation.path}`);
    expect(section).toContain(html`${curlOf(operation)}`.markup);
    for (const refusal of refusalsOf(operation)) expect(section).toContain(`>${refusal}<`);
    for (const { path } of operation.body ? fieldsOf(nodeOf(jsonSchema(operation.body, 'input'))) : []) {
      expect(section).toContain(`>${path}<`);
    }
  });

  test('can be read with any means: a language, a direction, headings, captions, no script', () => {
    expect(page).toMatch(new RegExp(`<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">`));
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<table>/g)?.length).toBe(page.match(/<caption>/g)?.length);
    expect(page).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('leads nowhere that is not there, and names nothing twice', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  test('begins with a first request in five calls', () => {
    const guide = page.slice(page.indexOf('<ol>'), page.indexOf('</ol>'));
    expect(guide.match(/<li>/g)).toHaveLength(5);
    expect(guide).toContain('Idempotency-Key');
  });
});

test.each(OPERATIONS.filter(({ body }) => body))('The example of $name is taken by its own schema', ({ body }) => {
  if (body) expect(z.safeParse(body, exampleOf(nodeOf(jsonSchema(body, 'input')))).error).toBeUndefined();
});

test('Texts are escaped where they are put into markup', () => {
  expect(html`<p>${'<b> & "c"'}${[html`<i>${1}</i>`]}${undefined}</p>`.markup).toBe(
    '<p>&#60;b&#62; &#38; &#34;c&#34;<i>1</i></p>',
  );
});
