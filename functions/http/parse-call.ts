import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Operation } from '../../contract/operation.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import { problemWord } from './field-messages.ts';

export type ParsedCall = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

/** Parses path, query and body by the operation's schemas; a refusal names every field that is wrong, all at once. */
export const parseCall = (operation: Operation, event: APIGatewayProxyEventV2): Outcome<ParsedCall> => {
  const raw = bodyOf(event);
  if (!raw.agreed) return raw;
  const { city: _, ...pathParameters } = event.pathParameters ?? {};
  const { lang: __, ...queryParameters } = event.queryStringParameters ?? {};
  const params = z.safeParse(operation.params, pathParameters, { reportInput: true });
  // An id that has not even the form of one is unknown, like any other that does not exist; but a PUT gives the name itself.
  if (!params.success && operation.method !== 'PUT') return refuse('not-found');
  const query = z.safeParse(operation.query, queryParameters, { reportInput: true });
  const body = operation.body ? z.safeParse(operation.body, raw.value ?? {}, { reportInput: true }) : undefined;
  const issues = [...issuesOf(params), ...issuesOf(query), ...(body ? issuesOf(body) : [])];
  if (issues.length > 0) return refuse('invalid', { fields: issues });
  return agree({ params: params.data, query: query.data, body: body?.data });
};

const bodyOf = (event: APIGatewayProxyEventV2): Outcome<unknown> => {
  if (event.body === undefined || event.body === '') return agree(undefined);
  try {
    const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
    const value: unknown = JSON.parse(text);
    return agree(value);
  } catch {
    return refuse('malformed');
  }
};

const issuesOf = (result: ReturnType<typeof z.safeParse>) =>
  result.success ? [] : result.error.issues.flatMap((issue) => flatten(issue, []));

/** The issues of a union are those of the branch that came nearest. */
const flatten = (issue: z.core.$ZodIssue, above: readonly PropertyKey[]): { path: string; problem: string }[] => {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
    return nearest.flatMap((inner) => flatten(inner, path));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), problem: 'unrecognised' }));
  }
  return [{ path: path.join('.') || 'body', problem: problemWord(issue) }];
};

const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));
