import { stillHolds } from '../../domain/letter.ts';
import type { Message } from '../../domain/ports/carriers.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { keyOf, type MemoryHouse } from '../support/memory/memory-house.ts';
import { CITY } from './city.ts';
import type { Findings } from './violation.ts';

const REMINDERS = ['reminder', 'last-reminder'];
/** The senders' own minute, and the look at what was left after a fault. */
const SENT_WITHIN_MINUTES = 5;

/** Whether people are told each thing once, and only while it is so. */
export class LetterChecks {
  /** A sender may have ended between sending and noting it. */
  mayRepeat = false;
  readonly #house: MemoryHouse;
  readonly #findings: Findings;
  readonly #sent = new Map<string, number>();

  constructor(house: MemoryHouse, findings: Findings) {
    this.#house = house;
    this.#findings = findings;
  }

  /** A message at the moment at which it leaves the house. */
  sent({ reference }: Message, at: Instant): void {
    const [request = '', ...key] = reference.split('.');
    const kept = this.#house.cases.get(keyOf(CITY, request));
    const letter = kept?.letters.find(({ letter }) => letter.key === key.slice(0, 3).join('.'))?.letter;
    if (!kept || !letter) return;
    const before = this.#sent.get(reference) ?? 0;
    const isReminder = REMINDERS.includes(letter.template);
    const mayBe = before === 0 || (!isReminder && before === 1 && this.mayRepeat);
    const says = `${letter.template} ${reference}`;
    this.#findings.that('letter-sent-once', mayBe, () => `${says} left ${before + 1} times`);
    this.#sent.set(reference, before + 1);
    const isLate = isReminder && (kept.request.appointment?.startsAt ?? '') <= at;
    const holds = stillHolds(letter.validWhile, kept.request, at) && !isLate;
    this.#findings.that('letter-still-true', holds, () => `${says} to ${kept.request.status}`);
  }

  /** Each was sent, was overtaken or could not be delivered, or its time is still to come. */
  atLast(at: Instant): void {
    const since = plusMinutes(at, -SENT_WITHIN_MINUTES);
    for (const { request, letters } of this.#house.cases.values())
      for (const { letter, dueAt } of letters) {
        // What is gathered for the staff waits for the morning of their office.
        if (letter.gatheredAt !== undefined) continue;
        const isAccountedFor = dueAt === undefined ? letter.result !== undefined : dueAt > since;
        const says = () => `${letter.template} ${letter.key} of ${request.id}, due ${dueAt}`;
        this.#findings.that('letter-not-lost', isAccountedFor, says);
      }
  }
}
