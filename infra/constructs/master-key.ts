import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { OfficeFunction } from './office-function.ts';

/** The one secret from which the keys of every city are derived. Without it nobody can be found by name or number again. */
export class MasterKey extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Master secret of all cities: search keys, request ids and citizens’ sessions are derived from it',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Lets a function read the secret, and tells it where. */
  letsDerive(fn: OfficeFunction<'KEY_SOURCE'>): void {
    fn.may(['secretsmanager:GetSecretValue'], [this.secret.secretArn]);
    fn.knows('KEY_SOURCE', this.secret.secretArn);
  }
}
