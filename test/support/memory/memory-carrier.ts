import type { Carrier, Message, Sent } from '../../../domain/ports/carriers.ts';

/** Delivers to an array. `answer` may be set to what the next messages meet: a refusal, an outage, or silence. */
export class MemoryCarrier implements Carrier {
  readonly sent: Message[] = [];
  answer: 'accept' | 'refuse' | 'be-busy' | 'fall-silent' = 'accept';

  async send(message: Message): Promise<Sent> {
    switch (this.answer) {
      case 'accept':
        this.sent.push(message);
        return { ok: true, id: `message-${this.sent.length}` };
      case 'refuse':
        return { ok: false, kind: 'refused' };
      case 'be-busy':
        return { ok: false, kind: 'temporary' };
      case 'fall-silent':
        throw new Error('The gateway did not answer.');
    }
  }
}
