import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Operation } from '../../contract/operation.ts';
import { isEmployed } from '../../domain/access.ts';
import { usernameIn } from '../../domain/account-name.ts';
import { isCurrent, type Office, today } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Partner } from '../../domain/ports/directory.ts';
import type { CitizenSession } from '../../domain/ports/keys.ts';
import type { User } from '../../domain/user.ts';
import type { ServingNeeds } from './serving-needs.ts';

export type Caller =
  | { readonly kind: 'citizen'; readonly value: CitizenSession }
  | { readonly kind: 'staff'; readonly value: User }
  | { readonly kind: 'partner'; readonly value: Partner };

/** What the gateway's authorizer has verified and hands over; every claim is a text there. */
const Claims = z.object({ username: z.optional(z.string()), client_id: z.optional(z.string()) });

/**
 * Proves the caller. A token of the staff names only the person: roles and units are read from the table at each call. A token of
 * another city finds nobody here.
 */
export const callerOf = async (
  operation: Operation,
  event: APIGatewayProxyEventV2,
  office: Office,
  needs: ServingNeeds,
): Promise<Outcome<Caller | undefined>> => {
  const city = office.city.id;
  const now = needs.clock.now();
  switch (operation.caller) {
    case 'anyone':
      return agree(undefined);
    case 'citizen': {
      const token = /^Bearer (.+)$/.exec(event.headers.authorization ?? '')?.[1];
      const session = token && (await needs.keys.readSession(city, token));
      return session ? agree({ kind: 'citizen', value: session }) : refuse('sign-in-needed');
    }
    case 'staff': {
      const username = usernameIn(city, claimsOf(event).username ?? '');
      const user = username && (await needs.directory.user(city, username));
      return user && isEmployed(user, office, now) ? agree({ kind: 'staff', value: user }) : refuse('sign-in-needed');
    }
    case 'partner': {
      const { client_id: clientId } = claimsOf(event);
      const partner = clientId && (await needs.directory.partner(city, clientId));
      return partner && isCurrent(partner, today(office, now))
        ? agree({ kind: 'partner', value: partner })
        : refuse('sign-in-needed');
    }
  }
};

/** What the gateway says of a verified token; nothing where it verified none. */
export const claimsOf = (event: APIGatewayProxyEventV2): z.infer<typeof Claims> => {
  const context: unknown = event.requestContext;
  const parsed = z.safeParse(z.object({ authorizer: z.object({ jwt: z.object({ claims: Claims }) }) }), context);
  return parsed.success ? parsed.data.authorizer.jwt.claims : {};
};
