import * as z from 'zod/mini';
import type { Refusal } from '../domain/outcome.ts';
import { type JsonSchema, jsonSchema, namedSchemas } from './json-schema.ts';
import type { CallerKind, Operation } from './operation.ts';
import { refusalsOf } from './refusals-of.ts';

/** How a refusal is told: its status, and its title in English. */
export type SaysRefusal = (refusal: Refusal | 'fault') => { readonly status: number; readonly title: string };

type Json = { readonly [word: string]: unknown };

const SECURITY: Readonly<Record<CallerKind, readonly Json[]>> = {
  anyone: [],
  citizen: [{ citizenSession: [] }],
  staff: [{ staffSignIn: [] }],
  partner: [{ partnerClient: [] }],
};

const bearer = (description: string): Json => ({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description });

/** The OpenAPI 3.1 document of a list of operations; nothing in it is written twice. */
export const openApi = (operations: readonly Operation[], says: SaysRefusal): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Public meeting',
    version: '1',
    description:
      'Ask to meet an official of the city, and follow what was promised. ' +
      'Answers are in the language of `Accept-Language` or `?lang=`, among those that the city speaks.',
  },
  tags: [
    { name: 'anyone', description: 'Without any proof' },
    { name: 'citizen', description: 'With the session of a proven contact or a personal link' },
    { name: 'staff', description: 'Signed in; roles and units are read at each call' },
    { name: 'partner', description: 'The lines that refer cases' },
  ],
  paths: Object.fromEntries(
    [...Map.groupBy(operations, ({ path }) => path)].map(([path, those]) => [
      path,
      Object.fromEntries(those.map((one) => [one.method.toLowerCase(), describe(one, says)])),
    ]),
  ),
  components: {
    schemas: namedSchemas(),
    securitySchemes: {
      citizenSession: bearer('The token of confirm-contact or open-personal-link.'),
      staffSignIn: bearer('The access token of the staff’s sign-in; it names the person only.'),
      partnerClient: bearer('An access token by client credentials; one client for each line.'),
    },
  },
});

const describe = (operation: Operation, says: SaysRefusal): Json => ({
  operationId: `${operation.caller}.${operation.name}`,
  summary: operation.summary.en,
  description: operation.summary.fa,
  tags: [operation.caller],
  security: SECURITY[operation.caller],
  parameters: parametersOf(operation),
  ...(operation.body && {
    requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } } },
  }),
  responses: {
    [operation.status]: {
      description: operation.summary.en,
      content: { 'application/json': { schema: jsonSchema(operation.reply, 'output') } },
    },
    ...problemsOf(operation, says),
  },
});

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
};

/** Every parameter of a call, with its place. */
export const parametersOf = ({ params, query, idempotent }: Operation): Parameter[] => [
  { name: 'city', in: 'path', required: true, schema: { type: 'string' } },
  ...fieldsOf(params).map(({ name, schema }) => ({ name, in: 'path' as const, required: true, schema })),
  ...fieldsOf(query).map(({ name, required, schema }) => ({ name, in: 'query' as const, required, schema })),
  ...(idempotent
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header' as const,
          required: true,
          description: 'The same key with the same content is the same act, however often it is sent.',
          schema: { type: 'string', minLength: 8, maxLength: 200 },
        },
      ]
    : []),
  { name: 'Accept-Language', in: 'header', required: false, schema: { type: 'string' } },
];

const Described = z.object({
  properties: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
  required: z.optional(z.array(z.string())),
});

const fieldsOf = (schema: z.ZodMiniObject): { name: string; required: boolean; schema: JsonSchema }[] => {
  const { properties = {}, required = [] } = z.parse(Described, jsonSchema(schema, 'input'));
  return Object.entries(properties).map(([name, field]) => ({
    name,
    required: required.includes(name),
    schema: field,
  }));
};

const problemsOf = (operation: Operation, says: SaysRefusal): Json => {
  const told = [...refusalsOf(operation), 'fault' as const].map((refusal) => ({ refusal, ...says(refusal) }));
  return Object.fromEntries(
    [...Map.groupBy(told, ({ status }) => status)].map(([status, refusals]) => [
      status,
      {
        description: refusals.map(({ refusal, title }) => `\`${refusal}\`: ${title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};
