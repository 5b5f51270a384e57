import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { openApi } from '../../contract/open-api.ts';
import { OPERATIONS } from '../../contract/operations.ts';
import { refusalsOf } from '../../contract/refusals-of.ts';
import { faultProblem, statusOf } from '../../functions/http/problems.ts';

const says = (refusal: Parameters<typeof statusOf>[0] | 'fault') => ({
  status: refusal === 'fault' ? faultProblem('en').status : statusOf(refusal),
  title: refusal,
});
const document = openApi(OPERATIONS, says);

const Described = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().check(z.regex(/[آ-ی]/)),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean() })),
  requestBody: z.optional(z.unknown()),
  responses: z.record(z.string(), z.object({ description: z.string(), content: z.record(z.string(), z.unknown()) })),
});
const Document = z.object({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.enum(['get', 'post', 'put']), z.optional(Described))),
  components: z.object({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.literal('http'), scheme: z.literal('bearer') })),
  }),
});

/** Every `$ref` below a node. */
const refsIn = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(refsIn);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([word, value]) =>
    word === '$ref' && typeof value === 'string' ? [value] : refsIn(value),
  );
};

describe('The list of operations', () => {
  test('has no two on one route', () => {
    const routes = OPERATIONS.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(routes.filter((route, index) => routes.indexOf(route) < index)).toEqual([]);
  });

  test('has no two of one name for one audience', () => {
    const names = OPERATIONS.map(({ caller, name }) => `${caller}.${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(OPERATIONS)('$name takes exactly the parameters of its path', ({ path, params }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== 'city');
    expect(Object.keys(params.shape).toSorted()).toEqual(inPath.toSorted());
  });
});

describe('The OpenAPI document', () => {
  const read = z.parse(Document, document);

  test.each(OPERATIONS)('describes $name: its caller, body, reply and every refusal', (operation) => {
    const method = operation.method === 'GET' ? 'get' : operation.method === 'PUT' ? 'put' : 'post';
    const described = read.paths[operation.path]?.[method];
    expect(described?.operationId).toBe(`${operation.caller}.${operation.name}`);
    expect(described?.requestBody !== undefined).toBe(operation.body !== undefined);
    expect(described?.security).toHaveLength(operation.caller === 'anyone' ? 0 : 1);
    const key = described?.parameters.find(({ name }) => name === 'Idempotency-Key');
    expect(key?.required ?? false).toBe(operation.idempotent ?? false);
    expect(described?.responses[operation.status]).toBeDefined();
    for (const refusal of refusalsOf(operation)) {
      expect(described?.responses[statusOf(refusal)]?.description).toContain(refusal);
    }
  });

  test('refers only to what is in it', () => {
    const refs = [...new Set(refsIn(document))];
    expect(refs.length).toBeGreaterThan(5);
    const known = Object.keys(read.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(refs.filter((ref) => !known.includes(ref))).toEqual([]);
  });

  test('names only proofs of callers that it defines', () => {
    const named = Object.values(read.paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap((described) => described?.security ?? [])
      .flatMap((one) => Object.keys(one));
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(read.components.securitySchemes).toSorted());
  });

  test('is JSON as it stands', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
