import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { openApi } from '../../contract/open-api.ts';
import { OPERATIONS } from '../../contract/operations.ts';
import { refuse } from '../../domain/outcome.ts';
import { docsPage } from '../docs/page.ts';
import { languageOf } from '../http/language.ts';
import { faultProblem, problemOf } from '../http/problems.ts';

type Result = APIGatewayProxyStructuredResultV2;

/** Where the description of the API is found: one for programs, one for people. */
export const DOCS_ROUTES = [
  { method: 'GET', path: '/v1/openapi.json' },
  { method: 'GET', path: '/docs' },
] as const;
const [DOCUMENT, PAGE] = DOCS_ROUTES;

const answer = (body: string, type: string): Result => ({
  statusCode: 200,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=300',
    vary: 'accept-language',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    'x-content-type-options': 'nosniff',
  },
  body,
});

const rendered = new Map<string, string>();

/** Rendering takes a while and says the same for as long as this code runs. */
const once = (name: string, render: () => string): string => {
  const text = rendered.get(name) ?? render();
  rendered.set(name, text);
  return text;
};

const showDocument = async (): Promise<Result> => {
  const says = (refusal: Parameters<typeof refuse>[0] | 'fault') =>
    refusal === 'fault' ? faultProblem('en') : problemOf(refuse(refusal), 'en');
  return answer(
    once('document', () => JSON.stringify(openApi(OPERATIONS, says))),
    'application/json',
  );
};

const showPage = async (event: APIGatewayProxyEventV2): Promise<Result> => {
  const language = languageOf(event, ['en', 'fa']) === 'fa' ? 'fa' : 'en';
  return answer(
    once(language, () => docsPage(OPERATIONS, language)),
    'text/html',
  );
};

/** The description of the API, made of the list of operations; it needs no port. */
export const handler = middy(
  httpRouter<APIGatewayProxyEventV2, Result>({
    routes: [
      { ...DOCUMENT, handler: showDocument },
      { ...PAGE, handler: showPage },
    ],
    notFoundResponse: async () => {
      const problem = problemOf(refuse('not-found'), 'en');
      return {
        statusCode: problem.status,
        headers: { 'content-type': 'application/problem+json; charset=utf-8' },
        body: JSON.stringify(problem),
      };
    },
  }),
);
