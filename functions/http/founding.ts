import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Operation } from '../../contract/operation.ts';
import { usernameIn } from '../../domain/account-name.ts';
import { CityData } from '../../domain/city.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { User } from '../../domain/user.ts';
import { claimsOf } from './caller.ts';
import { type ParsedCall, parseCall } from './parse-call.ts';

export type Founding = { readonly office: Office; readonly caller: User; readonly parsed: ParsedCall };

/**
 * The first call of all: a city that does not exist yet is loaded by the first administrator, whose account the deployment
 * named and who must stand as administrator in the city's own data. Everybody else finds nothing there.
 */
export const foundCity = (
  operation: Operation,
  event: APIGatewayProxyEventV2,
  firstAdministrator: string | undefined,
): Outcome<Founding> => {
  const account = claimsOf(event).username;
  if (!operation.founds || account === undefined || account !== firstAdministrator) return refuse('not-found');
  const parsed = parseCall(operation, event);
  if (!parsed.agreed) return parsed;
  const data = CityData.safeParse(parsed.value.body);
  if (!data.success) return refuse('invalid', { fields: [{ path: 'body', problem: 'contradicts-itself' }] });
  const username = usernameIn(data.data.city.id, account);
  const caller = data.data.users.find(
    (user) => user.username === username && user.roles.some(({ role }) => role === 'administrator'),
  );
  return caller ? agree({ office: { ...data.data, users: [] }, caller, parsed: parsed.value }) : refuse('not-allowed');
};
