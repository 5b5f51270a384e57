import type { Digest } from '../digest.ts';
import type { Letter } from '../letter.ts';
import type { Office } from '../office.ts';
import type { Request } from '../request.ts';
import type { Session } from '../session.ts';

/** A message as it leaves the house. */
export type Message = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly reference: string;
};

export type Sent =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly kind: 'refused' | 'temporary' };

/** One way to reach people: SMS or e-mail. Throws when nobody can know whether the message went out. */
export type Carrier = {
  /** Takes a reference that it has had already as the same message, and sends that once. */
  readonly knowsReferences?: true;
  send(message: Message): Promise<Sent>;
};

/** Puts a letter into words, in one of the city's languages. An SMS has no subject. */
export type Wording = {
  write(
    letter: Letter,
    about: {
      readonly office: Office;
      readonly request: Request;
      /** The session of the turn that the letter is about. */
      readonly session?: Session | undefined;
      readonly language: string;
      readonly by: 'sms' | 'email';
    },
  ): { readonly subject: string; readonly text: string };
  /** One e-mail of all that came to somebody of the staff. */
  gather(
    digest: Digest,
    about: { readonly office: Office; readonly language: string },
  ): { readonly subject: string; readonly text: string };
};
