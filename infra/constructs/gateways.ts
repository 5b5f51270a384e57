import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { OfficeFunction } from './office-function.ts';

/** The ways to write to people: SMS by SNS, e-mail by SES from one verified address. */
export class Gateways extends Construct {
  readonly mailFrom: string;

  constructor(scope: Construct, id: string, { mailFrom }: { readonly mailFrom: string }) {
    super(scope, id);
    this.mailFrom = mailFrom;
  }

  /** Lets a function send; SNS knows no resource for a telephone number. */
  letsWrite(fn: OfficeFunction<'SMS_GATEWAY' | 'MAIL_GATEWAY' | 'MAIL_FROM'>): void {
    const { region, account } = Stack.of(this);
    fn.may(['sns:Publish'], ['*']);
    fn.may(['ses:SendEmail'], [`arn:aws:ses:${region}:${account}:identity/*`]);
    fn.knows('SMS_GATEWAY', 'sns');
    fn.knows('MAIL_GATEWAY', 'ses');
    fn.knows('MAIL_FROM', this.mailFrom);
  }
}
