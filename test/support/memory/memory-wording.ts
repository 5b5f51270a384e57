import type { Digest } from '../../../domain/digest.ts';
import type { Letter } from '../../../domain/letter.ts';
import type { Wording } from '../../../domain/ports/carriers.ts';

/** Names the letter and its facts instead of putting them into sentences. */
export class MemoryWording implements Wording {
  write(letter: Letter, { language }: { readonly language: string }): { subject: string; text: string } {
    return { subject: letter.template, text: `${language}: ${letter.template} ${JSON.stringify(letter.facts)}` };
  }

  gather({ lines }: Digest, { language }: { readonly language: string }): { subject: string; text: string } {
    return { subject: 'digest', text: `${language}: ${lines.map(({ kind, order }) => `${kind} ${order}`).join(', ')}` };
  }
}
