import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Accounts } from '../../domain/ports/accounts.ts';

/** Accounts in a Cognito user pool. What somebody may do is not in them: roles are read from the city's own data. */
export class CognitoAccounts implements Accounts {
  readonly #client: CognitoIdentityProviderClient;
  readonly #pool: string;

  constructor(client: CognitoIdentityProviderClient, userPoolId: string) {
    this.#client = client;
    this.#pool = userPoolId;
  }

  /**
   * The first time Cognito invites the person by e-mail (without an address an administrator must set a password); later the
   * account is only brought up to date and enabled.
   */
  async open(username: string, email: string | undefined): Promise<void> {
    const account = { UserPoolId: this.#pool, Username: username };
    const attributes = email === undefined ? [] : verified(email);
    const invitation =
      email === undefined ? ({ MessageAction: 'SUPPRESS' } as const) : { DesiredDeliveryMediums: ['EMAIL' as const] };
    try {
      await this.#client.send(new AdminCreateUserCommand({ ...account, ...invitation, UserAttributes: attributes }));
    } catch (fault) {
      if (!(fault instanceof UsernameExistsException)) throw fault;
      if (attributes.length > 0) {
        await this.#client.send(new AdminUpdateUserAttributesCommand({ ...account, UserAttributes: attributes }));
      }
      await this.#client.send(new AdminEnableUserCommand(account));
    }
  }

  /** Disabled and signed out everywhere; an account that never was is closed already. */
  async close(username: string): Promise<void> {
    const account = { UserPoolId: this.#pool, Username: username };
    try {
      await this.#client.send(new AdminDisableUserCommand(account));
      await this.#client.send(new AdminUserGlobalSignOutCommand(account));
    } catch (fault) {
      if (!(fault instanceof UserNotFoundException)) throw fault;
    }
  }
}

const verified = (email: string) => [
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
];
