import { callTaskFor } from '../../domain/call-task.ts';
import { type LetterTemplate, stillHolds } from '../../domain/letter.ts';
import type { Office } from '../../domain/office.ts';
import type { CallTasks } from '../../domain/ports/call-tasks.ts';
import type { Carrier, Sent, Wording } from '../../domain/ports/carriers.ts';
import type { CaseFile, CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { LetterResult, Letters, StoredLetter } from '../../domain/ports/letters.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { type Recipient, recipientsOf } from './recipients.ts';

export type SendLetterNeeds = {
  readonly letters: Letters;
  readonly caseFiles: CaseFiles;
  readonly sessions: Sessions;
  readonly callTasks: CallTasks;
  readonly wording: Wording;
  readonly sms: Carrier;
  readonly mail: Carrier;
  readonly clock: Clock;
};

/** `passed`: another sender has it. */
export type LetterEnd = LetterResult | 'passed';

/** After so many refusals "for now" (some two hours) the clerk calls. */
const MOST_ATTEMPTS = 8;
const REMINDERS: readonly LetterTemplate[] = ['reminder', 'last-reminder'];

/**
 * Claims a letter, asks whether what it says still holds, and sends it. What cannot be delivered to the applicant becomes a
 * call task of the unit's clerk. Gateways that know references send a letter once, whoever gives it to them: for those no claim
 * is written before, and only an attempt that went wrong is counted as one. How it ended is still to be noted.
 *
 * @throws when nobody can know whether the message went out; the letter is then looked at again after its back-off
 */
export const sendLetter = async (
  letter: StoredLetter,
  file: CaseFile | undefined,
  office: Office,
  needs: SendLetterNeeds,
): Promise<LetterEnd> => {
  const claim = () => needs.letters.claim(letter, needs.clock.now());
  if (!knowReferences(needs)) return (await claim()) ? deliver(letter, file, office, needs) : 'passed';
  try {
    return await deliver(letter, file, office, needs);
  } catch (fault) {
    await claim();
    throw fault;
  }
};

const deliver = async (
  letter: StoredLetter,
  file: CaseFile | undefined,
  office: Office,
  needs: SendLetterNeeds,
): Promise<LetterResult> => {
  if (!file) return 'overtaken';
  const result = await attempt(letter, file, office, needs);
  if (result === 'undeliverable' && letter.to === 'applicant') await askClerkToCall(letter, file, office, needs);
  return result;
};

const attempt = async (
  letter: StoredLetter,
  { request, parties }: CaseFile,
  office: Office,
  needs: SendLetterNeeds,
): Promise<LetterResult> => {
  if (mayHaveGoneOut(letter) && !mayRepeat(letter, needs)) return 'unknown';
  const at = needs.clock.now();
  if (!stillHolds(letter.validWhile, request, at)) return 'overtaken';
  const { session: sessionId } = letter.facts;
  const session = sessionId === undefined ? undefined : await needs.sessions.find(letter.city, sessionId);
  const recipients = recipientsOf(letter, { parties, language: request.language, office, at });
  const sent = await Promise.all(
    recipients.map(({ by, to, language, reference }) => {
      const { subject, text } = needs.wording.write(letter, { office, request, session, language, by });
      return carrierFor(by, needs).send({ to, subject, text, reference });
    }),
  );
  return resultOf(sent, letter.attempts + 1);
};

/** An attempt was begun, and its end was never noted. */
const mayHaveGoneOut = ({ attempts, result }: StoredLetter): boolean => attempts > 0 && result === undefined;

/** A decision may be told twice rather than not at all, once; nobody is reminded twice. Where references are known nothing is. */
const mayRepeat = ({ template, attempts }: StoredLetter, needs: SendLetterNeeds): boolean =>
  knowReferences(needs) ? attempts < MOST_ATTEMPTS : !REMINDERS.includes(template) && attempts < 2;

const knowReferences = ({ sms, mail }: SendLetterNeeds): boolean =>
  sms.knowsReferences === true && mail.knowsReferences === true;

const carrierFor = (by: Recipient['by'], { sms, mail }: SendLetterNeeds): Carrier => (by === 'sms' ? sms : mail);

const resultOf = (sent: readonly Sent[], attempts: number): LetterResult => {
  if (sent.some((one) => !one.ok && one.kind === 'temporary') && attempts < MOST_ATTEMPTS) return 'failed';
  return sent.some((one) => one.ok) ? 'sent' : 'undeliverable';
};

/** Under the letter's own name, so that a repeat after a crash makes no second task. */
const askClerkToCall = async (
  letter: StoredLetter,
  { request }: CaseFile,
  office: Office,
  { callTasks, clock }: SendLetterNeeds,
): Promise<void> => {
  const task = callTaskFor(request, letter, { office, at: clock.now(), why: 'undeliverable' });
  await callTasks.add({ ...task, id: `${letter.request}.${letter.key}` });
};
