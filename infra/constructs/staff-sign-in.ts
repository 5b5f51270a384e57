import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { OfficeFunction } from './office-function.ts';

/** The lines that refer cases by client credentials; one client each, so that one can be shut without the others. */
const PARTNER_LINES = ['Line137', 'Line1888'] as const;

export type StaffSignInProps = {
  readonly webOrigins: readonly string[];
  readonly firstAdministrator: { readonly username: string; readonly email: string };
};

/** Sign-in of the staff (authorization code + PKCE) and of partner lines. A token names only the person: rights are in the table. */
export class StaffSignIn extends Construct {
  readonly pool: cognito.UserPool;
  readonly clientIds: readonly string[];
  readonly consoleClientId: string;
  /** Where its pages and its tokens are. */
  readonly url: string;

  constructor(scope: Construct, id: string, { webOrigins, firstAdministrator }: StaffSignInProps) {
    super(scope, id);
    this.pool = new cognito.UserPool(this, 'Staff', {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new cognito.CfnUserPoolUser(this, 'FirstAdministrator', {
      userPoolId: this.pool.userPoolId,
      username: firstAdministrator.username,
      // Cognito would write by SMS.
      desiredDeliveryMediums: ['EMAIL'],
      userAttributes: [
        { name: 'email', value: firstAdministrator.email },
        { name: 'email_verified', value: 'true' },
      ],
    });
    const domain = this.pool.addDomain('Domain', {
      // Everybody's prefixes share one name space; an account's number is nobody else's.
      cognitoDomain: { domainPrefix: `public-meeting-${Stack.of(this).account}` },
    });
    const console = this.pool.addClient('Console', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: webOrigins.map((origin) => `${origin}/console`),
        logoutUrls: webOrigins.map((origin) => `${origin}/console`),
      },
    });
    this.consoleClientId = console.userPoolClientId;
    this.url = domain.baseUrl();
    const partners = this.partnerClients();
    this.clientIds = [console, ...partners].map((client) => client.userPoolClientId);

    const stack = Stack.of(this);
    new CfnOutput(stack, 'UserPoolId', { value: this.pool.userPoolId });
    new CfnOutput(stack, 'SignInUrl', { value: this.url });
    new CfnOutput(stack, 'ConsoleClientId', { value: this.consoleClientId });
    for (const [index, line] of PARTNER_LINES.entries()) {
      new CfnOutput(stack, `${line}ClientId`, { value: partners[index]?.userPoolClientId ?? '' });
    }
  }

  private partnerClients(): cognito.UserPoolClient[] {
    const refer = new cognito.ResourceServerScope({
      scopeName: 'refer',
      scopeDescription: 'Refer cases and read their status',
    });
    const server = this.pool.addResourceServer('Partners', { identifier: 'partner', scopes: [refer] });
    return PARTNER_LINES.map((line) =>
      this.pool.addClient(line, {
        generateSecret: true,
        oAuth: { flows: { clientCredentials: true }, scopes: [cognito.OAuthScope.resourceServer(server, refer)] },
      }),
    );
  }

  /** Lets a function open and close accounts of the staff. */
  letsAdminister(fn: OfficeFunction<'USER_POOL_ID'>): void {
    const administer = ['CreateUser', 'UpdateUserAttributes', 'EnableUser', 'DisableUser', 'UserGlobalSignOut'];
    fn.may(
      administer.map((action) => `cognito-idp:Admin${action}`),
      [this.pool.userPoolArn],
    );
    fn.knows('USER_POOL_ID', this.pool.userPoolId);
  }
}
