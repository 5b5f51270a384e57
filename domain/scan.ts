import * as z from 'zod/mini';
import { backOff } from './back-off.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import { isSameBox, onThePages, PageBox } from './scan-box.ts';
import { type Instant as At, Instant, later, plusMinutes } from './time.ts';

/** Where an uploaded file stands before anybody may see it. */
export const SCAN_STATES = ['arriving', 'being-looked-at', 'ready', 'refused'] as const;

/** Why a file is refused. */
export const SCAN_FAULTS = [
  'never-arrived',
  'not-its-type',
  'damaged',
  'locked',
  'too-many-pixels',
  'too-many-pages',
  'too-hard',
  'infected',
  'not-checked',
] as const;
export type ScanFault = (typeof SCAN_FAULTS)[number];

/** Why a part of a page is blacked out; the words never say what lies below. */
export const BLACKOUT_REASONS = [
  'other-person',
  'identity-number',
  'contact-details',
  'file-number',
  'health',
  'business-secret',
  'internal-note',
] as const;

/** Who blacked out, or took it back: the citizen reads the role and the unit, the staff the name as well. */
const Hand = z.object({ username: z.string(), role: z.string(), unit: z.string(), at: Instant });
export type Hand = z.infer<typeof Hand>;

const Blackout = z.extend(PageBox, { reason: z.enum(BLACKOUT_REASONS), by: Hand, lifted: z.optional(Hand) });
export type Blackout = z.infer<typeof Blackout>;
type WantedBlackout = PageBox & Pick<Blackout, 'reason'>;

/**
 * What became of an uploaded file. People see only pictures that were made of its pages: `edition` is the one that is wanted,
 * one further with every change of the blackouts, and `made` what lies in the bucket. `boxes` are the parts that order cards are
 * cut from. `dueAt` stands while something is to be done.
 */
export const Scan = z.object({
  city: z.string(),
  id: z.string(),
  version: z.int(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  announcedAt: Instant,
  /** The member of staff who brought it; until a case has it, nobody else sees it. */
  by: z.optional(z.string()),
  request: z.optional(z.string()),
  state: z.enum(SCAN_STATES),
  fault: z.optional(z.enum(SCAN_FAULTS)),
  pages: z.array(z.object({ width: z.int(), height: z.int() })),
  blackouts: z.array(Blackout),
  boxes: z.array(PageBox),
  edition: z.int(),
  made: z.optional(z.object({ edition: z.int(), boxes: z.array(PageBox) })),
  transcript: z.optional(z.object({ text: z.string(), by: Hand })),
  /** The better scan that stands in its place. */
  replacedBy: z.optional(z.string()),
  tries: z.int(),
  dueAt: z.optional(Instant),
});
export type Scan = z.infer<typeof Scan>;

/** A form is good for ten minutes, and a slow line takes its time. */
const ARRIVES_WITHIN_MINUTES = 30;
const CHECKED_WITHIN_MINUTES = 24 * 60;
/** Nobody else takes it up while pages are being made. */
const LEASE_MINUTES = 5;
const MOST_TRIES = 3;
/** All that were ever made count: an item of the table holds only so much. */
const MOST_BLACKOUTS = 400;
const MOST_BOXES = 60;

/** A file is announced; it may come now. */
export const announce = (
  file: Pick<Scan, 'city' | 'id' | 'name' | 'type' | 'size'> & { readonly by?: string | undefined },
  at: At,
): Scan => ({
  ...{ city: file.city, id: file.id, name: file.name, type: file.type, size: file.size },
  ...(file.by !== undefined && { by: file.by }),
  ...{ version: 1, announcedAt: at, state: 'arriving', pages: [], blackouts: [], boxes: [], edition: 1, tries: 0 },
  dueAt: plusMinutes(at, 1),
});

const next = (scan: Scan, changed: Partial<Scan>): Scan => ({ ...scan, ...changed, version: scan.version + 1 });
const atRest = ({ dueAt: _, ...scan }: Scan): Scan => scan;

/** A case takes the file; another case's is nobody's business. */
export const takeInto = (scan: Scan, request: string): Outcome<Scan> => {
  if (scan.request !== undefined && scan.request !== request)
    return refuse('document-missing', { documents: [scan.id] });
  if (scan.state === 'refused') return refuse('document-missing', { documents: [scan.id], why: scan.fault });
  return agree(next(scan, { request }));
};

/**
 * Taken up: if this run ends without a word, it is taken up again. A file that has ended some runs is refused; pages that were
 * read are tried for ever, less and less often.
 */
export const takeUp = (scan: Scan, at: At): Scan => {
  if (scan.state === 'ready') {
    const dueAt = later(plusMinutes(at, LEASE_MINUTES), backOff(scan.tries, at));
    return next(scan, { tries: scan.tries + 1, dueAt });
  }
  return scan.tries >= MOST_TRIES
    ? refuseScan(scan, 'too-hard')
    : next(scan, { state: 'being-looked-at', tries: scan.tries + 1, dueAt: plusMinutes(at, LEASE_MINUTES) });
};

/** Is there something to do that no run has taken up? */
export const isFree = ({ dueAt, tries }: Scan, at: At): boolean => dueAt !== undefined && (tries === 0 || dueAt <= at);

/** The file is not there yet, or has not been searched for malware: looked at again, as long as there is hope. */
export const waitFor = (scan: Scan, what: 'file' | 'check', at: At): Scan => {
  const minutes = what === 'file' ? ARRIVES_WITHIN_MINUTES : CHECKED_WITHIN_MINUTES;
  if (at >= plusMinutes(scan.announcedAt, minutes)) {
    return refuseScan(scan, what === 'file' ? 'never-arrived' : 'not-checked');
  }
  const state = what === 'file' ? 'arriving' : 'being-looked-at';
  return next(scan, { state, tries: 0, dueAt: what === 'file' ? backOff(1, at) : plusMinutes(at, 1) });
};

/** Nobody will see it. */
export const refuseScan = (scan: Scan, fault: ScanFault): Scan =>
  next(atRest(scan), { state: 'refused', fault, tries: 0 });

/** Its plain pages lie in the bucket. */
export const readyWith = (scan: Scan, pages: Scan['pages']): Scan =>
  next(scan, { state: 'ready', pages: [...pages], tries: 0 });

/** Pages and cuts of that edition lie in the bucket; if more has been wanted meanwhile, it goes on at once. */
export const shownAs = (scan: Scan, made: NonNullable<Scan['made']>, at: At): Scan => {
  const shown = next(atRest(scan), { made, tries: 0 });
  return isUpToDate(shown) ? shown : { ...shown, dueAt: at };
};

/** Is all that is wanted there? */
export const isUpToDate = ({ edition, boxes, made }: Scan): boolean =>
  made?.edition === edition && boxes.every((box) => made.boxes.some((one) => isSameBox(one, box)));

/** May its pages be shown? Not while an edition with more blackouts is still to be made. */
export const isShown = ({ state, edition, made }: Scan): boolean => state === 'ready' && made?.edition === edition;

/** Is there a picture of this part? */
export const hasCut = (scan: Scan, box: PageBox): boolean =>
  isShown(scan) && scan.made?.boxes.some((one) => isSameBox(one, box)) === true;

export const inForce = (scan: Scan): Blackout[] => scan.blackouts.filter(({ lifted }) => lifted === undefined);

/** From now on exactly these parts are blacked out. Who did each, and who took one back, stays written. */
export const redact = (
  scan: Scan,
  { edition, blackouts: wanted }: { readonly edition: number; readonly blackouts: readonly WantedBlackout[] },
  by: Hand,
): Outcome<Scan> => {
  if (scan.state !== 'ready') return refuse('wrong-state', { status: scan.state });
  if (scan.edition !== edition) return refuse('changed-meanwhile');
  const onPages = onThePages(wanted, scan.pages.length, (index) => `blackouts.${index}.`);
  if (!onPages.agreed) return onPages;
  const isWanted = (blackout: Blackout) => wanted.some((one) => isSameBlackout(one, blackout));
  const kept = scan.blackouts.map((blackout) =>
    blackout.lifted !== undefined || isWanted(blackout) ? blackout : { ...blackout, lifted: by },
  );
  const added = wanted.filter((one) => !inForce(scan).some((blackout) => isSameBlackout(one, blackout)));
  if (kept.length + added.length > MOST_BLACKOUTS) return refuse('limit-reached', { limit: MOST_BLACKOUTS });
  const blackouts = [...kept, ...added.map((one) => ({ ...one, by }))];
  return agree(next(scan, { blackouts, edition: edition + 1, tries: 0, dueAt: by.at }));
};

const isSameBlackout = (a: WantedBlackout, b: WantedBlackout): boolean => isSameBox(a, b) && a.reason === b.reason;

/** Order cards are to be cut from these parts as well. */
export const cutFrom = (scan: Scan, boxes: readonly PageBox[], at: At): Outcome<Scan> => {
  const added = boxes.filter((box) => !scan.boxes.some((one) => isSameBox(one, box)));
  if (scan.boxes.length + added.length > MOST_BOXES) return refuse('limit-reached', { limit: MOST_BOXES });
  return agree(next(scan, { boxes: [...scan.boxes, ...added], tries: 0, dueAt: at }));
};

/** What is written there, for those who cannot see it. */
export const transcribe = (scan: Scan, text: string, by: Hand): Outcome<Scan> =>
  scan.state === 'ready'
    ? agree(next(scan, { transcript: { text, by } }))
    : refuse('wrong-state', { status: scan.state });

/** Another scan stands in its place; its own pictures are shown to citizens no more. */
export const replaceBy = (scan: Scan, better: string): Scan => next(scan, { replacedBy: better });
