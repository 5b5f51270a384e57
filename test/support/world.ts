import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import type { Context } from '../../domain/change.ts';
import type { CityData } from '../../domain/city.ts';
import { normaliseMobile } from '../../domain/identity.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Party } from '../../domain/party.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Request } from '../../domain/request.ts';
import { type Opening, submit, type Wish } from '../../domain/submission.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import type { By } from '../../domain/timeline.ts';
import { trackingCodeFrom } from '../../domain/tracking-code.ts';
import { partyKeys } from '../../functions/party-keys.ts';
import { MemoryAccounts } from './memory/memory-accounts.ts';
import { MemoryAnchors } from './memory/memory-anchors.ts';
import { MemoryCallTasks } from './memory/memory-call-tasks.ts';
import { MemoryCarrier } from './memory/memory-carrier.ts';
import { MemoryCaseFiles } from './memory/memory-case-files.ts';
import { MemoryCommittees } from './memory/memory-committees.ts';
import { MemoryDarkroom } from './memory/memory-darkroom.ts';
import { MemoryDigests } from './memory/memory-digests.ts';
import { MemoryDirectory } from './memory/memory-directory.ts';
import { MemoryDocuments } from './memory/memory-documents.ts';
import { MemoryEarlierWishes } from './memory/memory-earlier-wishes.ts';
import { MemoryHouse } from './memory/memory-house.ts';
import { MemoryJobs } from './memory/memory-jobs.ts';
import { MemoryKeys } from './memory/memory-keys.ts';
import { MemoryLedger } from './memory/memory-ledger.ts';
import { MemoryLetters } from './memory/memory-letters.ts';
import { MemoryMarks } from './memory/memory-marks.ts';
import { MemoryPictures } from './memory/memory-pictures.ts';
import { MemoryProofs } from './memory/memory-proofs.ts';
import { MemoryQueues } from './memory/memory-queues.ts';
import { MemoryRequests } from './memory/memory-requests.ts';
import { MemoryScans } from './memory/memory-scans.ts';
import { MemorySearch } from './memory/memory-search.ts';
import { MemorySessions } from './memory/memory-sessions.ts';
import { MemorySlots } from './memory/memory-slots.ts';
import { MemoryVisits } from './memory/memory-visits.ts';
import { MemoryWaits } from './memory/memory-waits.ts';
import { MemoryWording } from './memory/memory-wording.ts';
import { MemoryWorkflow } from './memory/memory-workflow.ts';

export const SEEDED = { eastmere, tehran } as const;
export type SeededCity = keyof typeof SEEDED;

/** A Monday morning on which both seeded cities are at work. */
export const MONDAY_MORNING: Instant = '2026-06-08T09:30:00.000Z';

export type World = Awaited<ReturnType<typeof createWorld>>;

/** The office's clock, moved by hand. */
export class MovableClock {
  at: Instant;

  constructor(at: Instant) {
    this.at = at;
  }

  now(): Instant {
    return this.at;
  }

  moveTo(at: Instant): void {
    this.at = at;
  }

  forward(minutes: number): void {
    this.at = plusMinutes(this.at, minutes);
  }
}

/** Every port as a twin in memory over one seeded city, a clock to move, and the usual first steps. */
export const createWorld = async ({
  city = 'eastmere',
  at = MONDAY_MORNING,
}: {
  city?: SeededCity;
  at?: Instant;
} = {}) => {
  const clock = new MovableClock(at);
  const directory = new MemoryDirectory();
  const loaded = await directory.load(SEEDED[city]);
  if (!loaded.agreed) throw new Error(`The seed of ${city} does not fit: ${JSON.stringify(loaded.details)}`);
  const house = new MemoryHouse(clock, directory);
  const requests = new MemoryRequests(house);
  const keys = new MemoryKeys(clock);
  const context = (by: By = { actor: 'citizen' }): Context => ({
    at: clock.now(),
    by,
    office: directory.dataOf(city) ?? SEEDED[city],
  });
  return {
    ...{ city, clock, house, directory, requests, keys },
    caseFiles: new MemoryCaseFiles(house, requests),
    documents: new MemoryDocuments(),
    scans: new MemoryScans(),
    pictures: new MemoryPictures(),
    darkroom: new MemoryDarkroom(),
    workflow: new MemoryWorkflow(),
    waits: new MemoryWaits(house),
    sessions: new MemorySessions(house),
    slots: new MemorySlots(house),
    visits: new MemoryVisits(house),
    marks: new MemoryMarks(),
    jobs: new MemoryJobs(),
    letters: new MemoryLetters(house),
    committees: new MemoryCommittees(requests),
    digests: new MemoryDigests(),
    ledger: new MemoryLedger(house),
    anchors: new MemoryAnchors(),
    queues: new MemoryQueues(house),
    earlierWishes: new MemoryEarlierWishes(),
    callTasks: new MemoryCallTasks(house),
    proofs: new MemoryProofs(),
    search: new MemorySearch(house),
    accounts: new MemoryAccounts(),
    sms: new MemoryCarrier(),
    mail: new MemoryCarrier(),
    wording: new MemoryWording(),
    /** The city as it stands now. */
    office: (): CityData => context().office,
    /** What a rule looks at now, if `by` acts. */
    context,
    /** Writes a new request, as if it had come in by the web; `wish` changes what matters to the test. */
    submitRequest: async (wish: Partial<Wish> = {}, { limited = false } = {}): Promise<Request> =>
      agreed(await requests.add(openingOf(context(), keys, wish), { limited })),
  };
};

/** What a rule or port agreed to; a refusal fails the test. */
export const agreed = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.agreed) throw new Error(`Refused: ${outcome.reason} ${JSON.stringify(outcome.details)}`);
  return outcome.value;
};

/** A new request of an invented applicant to the city's first official, ready to be written. */
export const openingOf = (context: Context, keys: Keys, wish: Partial<Wish> = {}): Opening => {
  const { office, at } = context;
  const { officials, topics, city } = office;
  const serial = Buffer.from(keys.secret(8)).toString('hex');
  const parties = wish.parties ?? [applicantOf(office, at)];
  return agreed(
    submit(
      {
        id: keys.requestId(city.id, 'test', serial),
        code: trackingCodeFrom(keys.secret(8)),
        official: officials[0]?.id ?? '',
        topic: topics[0]?.id ?? '',
        channel: city.channels[0]?.id ?? '',
        content: { text: 'The street lamp has been dark for weeks.', documents: [], fingerprint: serial },
        keys: partyKeys(city.id, parties, keys),
        ...wish,
        parties,
      },
      context,
    ),
  );
};

/** An invented applicant with a proven mobile. */
export const applicantOf = (office: CityData, since: Instant): Party => ({
  ...{ number: 1, role: 'applicant', kind: 'person', name: 'Applicant One', verified: true, since },
  identity: { kind: office.city.idKinds[0]?.id ?? '', value: 'EM000001' },
  contacts: [{ kind: 'mobile', value: mobileOf(office), proven: true }],
  language: office.city.locales[0] ?? 'en',
});

const mobileOf = ({ city: { phoneRule } }: CityData): string => normaliseMobile(phoneRule, phoneRule.example) ?? '';
