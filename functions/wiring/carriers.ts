import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { HttpMail } from '../../adapters/mail/http-mail.ts';
import { SesMail } from '../../adapters/mail/ses-mail.ts';
import { HttpSms } from '../../adapters/sms/http-sms.ts';
import { SnsSms } from '../../adapters/sms/sns-sms.ts';
import type { Carrier } from '../../domain/ports/carriers.ts';
import type { CarriersEnv } from '../env.ts';

/** A message that may have gone out is not sent again behind the sender's back. */
const ONCE = { maxAttempts: 1 };

/** The gateways that the city uses: those of AWS by name, any other by its address. */
export const carriers = (env: CarriersEnv): { readonly sms: Carrier; readonly mail: Carrier } => ({
  sms: env.SMS_GATEWAY === 'sns' ? new SnsSms(new SNSClient(ONCE)) : new HttpSms(env.SMS_GATEWAY),
  mail:
    env.MAIL_GATEWAY === 'ses'
      ? new SesMail(new SESv2Client(ONCE), env.MAIL_FROM)
      : new HttpMail(env.MAIL_GATEWAY, env.MAIL_FROM),
});
