import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { BodyTooLarge, discardRest, readBody } from '../read-body.ts';
import { type Credentials, SignatureError } from '../signature/signing-key.ts';
import { sha256, verifyHeader } from '../signature/verify-signature.ts';
import type { Account, Accounts } from './accounts.ts';
import { newPassword } from './password.ts';

const Username = z.string().check(z.minLength(1), z.maxLength(128));
const Named = z.object({ Username });
const Password = z.string().check(z.maxLength(256));
const NewUser = z.object({
  Username,
  TemporaryPassword: z.optional(Password),
  UserAttributes: z.optional(z.array(z.object({ Name: z.string(), Value: z.optional(z.string()) }))),
});
const ChangedUser = z.object({ Username, UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string() })) });
const NewPassword = z.object({ Username, Password, Permanent: z.optional(z.boolean()) });

class CognitoError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const TARGET = 'AWSCognitoIdentityProviderService.';
const SHORTEST_PASSWORD = 8;

export type AdminParts = {
  readonly accounts: Accounts;
  readonly credentials: Credentials;
  readonly region: string;
  /** Tells somebody new, by e-mail, with which password to sign in first. */
  readonly invite: Invite;
  /** Ends every session and token of an account. */
  readonly signOut: (sub: string) => void;
};

export type Invite = (invited: { email: string; username: string; password: string }) => Promise<void>;

/**
 * The part of Cognito's administration that the console uses, in Cognito's own protocol, so that one adapter serves
 * both. Calls must be signed (service `cognito-idp`). A temporary password signs in here without being changed.
 */
export function createAdminEndpoint({ accounts, credentials, region, invite, signOut }: AdminParts) {
  const actions: Record<string, (input: unknown) => unknown> = {
    async AdminCreateUser(input) {
      const { Username, TemporaryPassword, UserAttributes = [] } = NewUser.parse(input);
      if (TemporaryPassword !== undefined) requireLength(TemporaryPassword);
      const email = UserAttributes.find(({ Name }) => Name === 'email')?.Value;
      const password = TemporaryPassword ?? (email === undefined ? undefined : newPassword());
      if (!(await accounts.create(Username, email, password))) {
        throw new CognitoError('UsernameExistsException', 'User account already exists');
      }
      if (email !== undefined && password !== undefined) await invite({ email, username: Username, password });
      const { UserAttributes: Attributes, ...user } = describe(found(accounts.find(Username)));
      return { User: { ...user, Attributes } };
    },
    AdminGetUser: (input) => describe(found(accounts.find(Named.parse(input).Username))),
    AdminDisableUser: (input) => done(accounts.setEnabled(Named.parse(input).Username, false)),
    AdminEnableUser: (input) => done(accounts.setEnabled(Named.parse(input).Username, true)),
    AdminUpdateUserAttributes(input) {
      const { Username, UserAttributes } = ChangedUser.parse(input);
      const email = UserAttributes.find(({ Name }) => Name === 'email')?.Value;
      return done(email === undefined ? accounts.find(Username) !== undefined : accounts.setEmail(Username, email));
    },
    AdminUserGlobalSignOut(input) {
      signOut(found(accounts.find(Named.parse(input).Username)).sub);
      return {};
    },
    async AdminSetUserPassword(input) {
      const { Username, Password, Permanent = false } = NewPassword.parse(input);
      requireLength(Password);
      return done(await accounts.setPassword(Username, Password, Permanent));
    },
  };

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const reply = (status: number, body: unknown) =>
      res.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    try {
      const body = await readBody(req, 64 * 1024);
      verifyHeader(req, { credentials, region, service: 'cognito-idp' }, sha256(body));
      const action = actions[String(req.headers['x-amz-target']).replace(TARGET, '')];
      if (!action) throw new CognitoError('UnknownOperationException', 'This operation is not known here.');
      reply(200, await action(parseJson(body)));
    } catch (error) {
      if (res.destroyed) return;
      const code = codeOf(error);
      if (code === 'InternalErrorException') console.error('The administration of users failed:', error);
      const message = code !== 'InternalErrorException' && error instanceof Error ? error.message : 'Internal error';
      reply(code === 'InternalErrorException' ? 500 : 400, { __type: code, message });
      discardRest(req);
    }
  };
}

function codeOf(error: unknown): string {
  if (error instanceof CognitoError) return error.code;
  if (error instanceof SignatureError) return 'NotAuthorizedException';
  const invalid = error instanceof z.core.$ZodError || error instanceof BodyTooLarge;
  return invalid ? 'InvalidParameterException' : 'InternalErrorException';
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new CognitoError('SerializationException', 'The body is not JSON.');
  }
}

function found(account: Account | undefined): Account {
  if (!account) throw new CognitoError('UserNotFoundException', 'User does not exist.');
  return account;
}

function done(happened: boolean): Record<string, never> {
  if (!happened) throw new CognitoError('UserNotFoundException', 'User does not exist.');
  return {};
}

function requireLength(password: string): void {
  if (password.length < SHORTEST_PASSWORD) {
    throw new CognitoError(
      'InvalidPasswordException',
      'Password did not conform with policy: Password not long enough',
    );
  }
}

function describe(account: Account) {
  return {
    Username: account.username,
    UserAttributes: [
      { Name: 'sub', Value: account.sub },
      ...(account.email === null ? [] : [{ Name: 'email', Value: account.email }]),
    ],
    Enabled: account.enabled === 1,
    UserStatus: account.permanent === 1 ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    UserCreateDate: account.created_at / 1000,
    UserLastModifiedDate: account.changed_at / 1000,
  };
}
