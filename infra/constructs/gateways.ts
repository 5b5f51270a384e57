import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { OfficeFunction } from './office-function.ts';

/** The ways to write to people: SMS by SNS, e-mail by SES from one address, which is verified itself or by its domain. */
export class Gateways extends Construct {
  readonly mailFrom: string;

  constructor(scope: Construct, id: string, { mailFrom }: { readonly mailFrom: string }) {
    super(scope, id);
    this.mailFrom = mailFrom;
  }

  /** Lets a function send; SNS knows no resource for a telephone number. */
  letsWrite(fn: OfficeFunction<'SMS_GATEWAY' | 'MAIL_GATEWAY' | 'MAIL_FROM'>): void {
    const { partition, region, account } = Stack.of(this);
    fn.may(['sns:Publish'], ['*']);
    const identities = [this.mailFrom, this.mailFrom.replace(/^.*@/, '')];
    fn.may(
      ['ses:SendEmail'],
      identities.map((identity) => `arn:${partition}:ses:${region}:${account}:identity/${identity}`),
    );
    fn.knows('SMS_GATEWAY', 'sns');
    fn.knows('MAIL_GATEWAY', 'ses');
    fn.knows('MAIL_FROM', this.mailFrom);
  }
}
