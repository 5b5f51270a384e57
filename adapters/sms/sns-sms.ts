import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Carrier, Message, Sent } from '../../domain/ports/carriers.ts';
import { sentByService } from '../sent-by-service.ts';

const REFUSALS = ['InvalidParameterException', 'InvalidParameterValueException', 'OptedOutException'];

/** SMS through Amazon SNS, which knows no reference: give it a client that makes one attempt. */
export class SnsSms implements Carrier {
  readonly #client: SNSClient;

  constructor(client: SNSClient) {
    this.#client = client;
  }

  send({ to, text }: Message): Promise<Sent> {
    const transactional = { DataType: 'String', StringValue: 'Transactional' };
    const publish = new PublishCommand({
      PhoneNumber: to,
      Message: text,
      MessageAttributes: { 'AWS.SNS.SMS.SMSType': transactional },
    });
    return sentByService(() => this.#client.send(publish), REFUSALS);
  }
}
