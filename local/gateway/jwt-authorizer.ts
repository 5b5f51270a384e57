import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { JwtContext } from './event.ts';

export type JwtAuthorizer = {
  issuer: string;
  /** A token must name one of these as `aud`, or, if it has no `aud` (as Cognito's), as `client_id`. */
  audience: readonly string[];
  jwks: JSONWebKeySet;
};

/**
 * Checks a bearer token as an HTTP API's JWT authorizer does; `undefined` if it must be refused.
 * The token is verified with the given keys, in real time.
 */
export function createJwtAuthorizer({ issuer, audience, jwks }: JwtAuthorizer) {
  const keys = createLocalJWKSet(jwks);
  return async (authorization: string | undefined): Promise<JwtContext | undefined> => {
    const token = authorization?.replace(/^Bearer +/i, '');
    if (!token) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'], requiredClaims: ['exp'] });
      if (!audienceOf(payload).some((one) => audience.includes(one))) return undefined;
      return { jwt: { claims: asTexts(payload), scopes: null } };
    } catch {
      return undefined;
    }
  };
}

function audienceOf({ aud, client_id }: JWTPayload): string[] {
  if (aud !== undefined) return [aud].flat();
  return typeof client_id === 'string' ? [client_id] : [];
}

/** An HTTP API flattens claims to text; a list becomes `[a b]`, so a member with a blank cannot be told apart. */
function asTexts(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]));
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asText).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
