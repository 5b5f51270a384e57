import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Carrier, Message, Sent } from '../../domain/ports/carriers.ts';
import { sentByService } from '../sent-by-service.ts';

const REFUSALS = ['MessageRejected', 'BadRequestException'];

/** E-mail through Amazon SES, which does not refuse a repeated reference: give it a client that makes one attempt. */
export class SesMail implements Carrier {
  readonly #client: SESv2Client;
  readonly #from: string;

  constructor(client: SESv2Client, from: string) {
    this.#client = client;
    this.#from = from;
  }

  send({ to, subject, text, reference }: Message): Promise<Sent> {
    const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
    const email = new SendEmailCommand({
      FromEmailAddress: this.#from,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text) } } },
      // A tag's value knows no dots.
      EmailTags: [{ Name: 'reference', Value: reference.replaceAll(/[^A-Za-z0-9_-]/g, '_') }],
    });
    return sentByService(() => this.#client.send(email), REFUSALS);
  }
}
