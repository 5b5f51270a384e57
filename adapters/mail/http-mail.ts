import type { Carrier, Message, Sent } from '../../domain/ports/carriers.ts';
import { postMessage } from '../post-message.ts';

/** Any mail provider behind a small JSON interface: `{ from, to, subject, text, reference }`. */
export class HttpMail implements Carrier {
  readonly knowsReferences = true;
  readonly #url: string;
  readonly #from: string;

  constructor(url: string, from: string) {
    this.#url = url;
    this.#from = from;
  }

  send({ to, subject, text, reference }: Message): Promise<Sent> {
    return postMessage(this.#url, { from: this.#from, to, subject, text, reference });
  }
}
