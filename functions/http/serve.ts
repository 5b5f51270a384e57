import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { mayAnywhere } from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import { type Outcome, refuse, refuseField } from '../../domain/outcome.ts';
import type { Served } from '../answer.ts';
import { logFault } from '../log-fault.ts';
import { callerOf } from './caller.ts';
import { foreseeing } from './foreseeing.ts';
import { foundCity } from './founding.ts';
import { languageOf } from './language.ts';
import { type ParsedCall, parseCall } from './parse-call.ts';
import { faultProblem, problemOf } from './problems.ts';
import type { ServingNeeds } from './serving-needs.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/** Larger bodies are refused before they are read; documents go straight to the bucket. */
const LARGEST_BODY_BYTES = 256 * 1024;

/** What is spoken where no city says otherwise. */
const LANGUAGES = ['en', 'fa'];

/**
 * Makes one Lambda handler of a list of answers. Only this folder knows HTTP: it routes, proves the caller, parses the call,
 * asks the answer, parses the reply, and turns refusals into problem details. A fault is logged and answered with 500,
 * without its message; neither carries a person's data.
 */
export const serveAll = <Needs extends ServingNeeds>(answers: readonly Served<Needs>[], needs: Needs) =>
  middy(
    httpRouter<Event, Result>([
      ...answers.map((one) => ({
        method: one.operation.method,
        path: one.operation.path,
        handler: (event: Event) => serve(one, event, needs),
      })),
      { method: 'ANY', path: '/{proxy+}', handler: nothingHere },
    ]),
  );

const nothingHere = async (event: Event): Promise<Result> => problem(refuse('not-found'), languageOf(event, LANGUAGES));

const serve = async <Needs extends ServingNeeds>(one: Served<Needs>, event: Event, needs: Needs): Promise<Result> => {
  const { operation } = one;
  let language = languageOf(event, LANGUAGES);
  try {
    const office = await needs.directory.office(event.pathParameters?.city ?? '');
    language = languageOf(event, office?.city.locales ?? LANGUAGES);
    const answered = office
      ? await answerCall(one, event, { office, language, needs })
      : await answerFounding(one, event, { language, needs });
    return answered.agreed
      ? json(operation.status, z.parse(operation.reply, answered.value))
      : problem(answered, language);
  } catch (fault) {
    logFault('An operation failed', fault, { operation: operation.name });
    return json(500, faultProblem(language), 'application/problem+json');
  }
};

type Around<Needs> = { readonly office: Office; readonly language: string; readonly needs: Needs };

const answerCall = <Needs extends ServingNeeds>(
  served: Served<Needs>,
  event: Event,
  around: Around<Needs>,
): Promise<Outcome<unknown>> => {
  const isTooLarge = Buffer.byteLength(event.body ?? '') > LARGEST_BODY_BYTES;
  const parsed = isTooLarge
    ? refuse('too-large', { mostBytes: LARGEST_BODY_BYTES })
    : parseCall(served.operation, event);
  const call = { city: around.office.city.id, parsed: parsed.agreed ? parsed.value : undefined };
  return foreseeing(served.operation, call, around.needs, () => answerParsed(served, event, parsed, around));
};

/** Who may not call at all learns nothing of what is wrong with the call. */
const answerParsed = async <Needs extends ServingNeeds>(
  { operation, answer }: Served<Needs>,
  event: Event,
  parsed: Outcome<ParsedCall>,
  { office, language, needs }: Around<Needs>,
): Promise<Outcome<unknown>> => {
  const caller = await callerOf(operation, event, office, needs);
  if (!caller.agreed) return caller;
  if (operation.permission !== undefined) {
    if (caller.value?.kind !== 'staff' || !mayAnywhere(caller.value.value, operation.permission))
      return refuse('not-allowed');
  }
  if (!parsed.agreed) return parsed;
  const idempotencyKey = event.headers['idempotency-key'] ?? '';
  if (operation.idempotent && (idempotencyKey.length < 8 || idempotencyKey.length > 200)) {
    return refuseField('Idempotency-Key', idempotencyKey === '' ? 'missing' : 'wrong-format');
  }
  const call = {
    ...parsed.value,
    ...{ city: office.city.id, office, language, idempotencyKey },
    caller: caller.value?.value,
    mayLag: event.headers['cache-control'] !== 'no-cache',
    network: event.requestContext.http.sourceIp,
  };
  // The call has been parsed by the operation's own schemas: `served` has checked that the answer takes exactly that.
  return answer(call as never, needs);
};

/** A call about a city that does not exist: nothing is there, except for the one who founds it. */
const answerFounding = async <Needs extends ServingNeeds>(
  { operation, answer }: Served<Needs>,
  event: Event,
  { language, needs }: Omit<Around<Needs>, 'office'>,
): Promise<Outcome<unknown>> => {
  const founding = foundCity(operation, event, needs.firstAdministrator);
  if (!founding.agreed) return founding;
  const { office, caller, parsed } = founding.value;
  return answer({ ...parsed, office, caller, city: event.pathParameters?.city, language } as never, needs);
};

const json = (statusCode: number, value: unknown, type = 'application/json'): Result => ({
  statusCode,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

const problem = (refused: Parameters<typeof problemOf>[0], language: string): Result => {
  const said = problemOf(refused, language);
  return json(said.status, said, 'application/problem+json');
};
