import type { Carrier, Message, Sent } from '../../domain/ports/carriers.ts';
import { postMessage } from '../post-message.ts';

/** Any SMS provider behind a small JSON interface: `{ to, text, reference }`. */
export class HttpSms implements Carrier {
  readonly knowsReferences = true;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  send({ to, text, reference }: Message): Promise<Sent> {
    return postMessage(this.#url, { to, text, reference });
  }
}
