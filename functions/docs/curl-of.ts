import { jsonSchema } from '../../contract/json-schema.ts';
import { parametersOf } from '../../contract/open-api.ts';
import type { CallerKind, Operation } from '../../contract/operation.ts';
import { exampleOf } from './example-of.ts';
import { nodeOf } from './schema-fields.ts';

const TOKENS: Readonly<Record<CallerKind, string | undefined>> = {
  anyone: undefined,
  citizen: '$SESSION',
  staff: '$STAFF_TOKEN',
  partner: '$PARTNER_TOKEN',
};

/** A call of the operation for the command line, in the invented city; `$API` is the address of the service. */
export const curlOf = (operation: Operation): string => {
  const { method, caller, body, idempotent } = operation;
  const token = TOKENS[caller];
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$API${pathOf(operation)}"`,
    ...(token ? [`-H "Authorization: Bearer ${token}"`] : []),
    ...(idempotent ? ['-H "Idempotency-Key: 2f1c8e4a-first-request"'] : []),
    ...(body
      ? ['-H "Content-Type: application/json"', `-d '${JSON.stringify(exampleOf(nodeOf(jsonSchema(body, 'input'))))}'`]
      : []),
  ].join(' \\\n  ');
};

const pathOf = (operation: Operation): string => {
  const parameters = parametersOf(operation);
  const path = parameters
    .filter((parameter) => parameter.in === 'path' && parameter.name !== 'city')
    .reduce(
      (sofar, { name, schema }) => sofar.replace(`{${name}}`, `${exampleOf(nodeOf(schema), name)}`),
      operation.path.replace('{city}', 'eastmere'),
    );
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(`${exampleOf(nodeOf(schema), name)}`)}`);
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
};
