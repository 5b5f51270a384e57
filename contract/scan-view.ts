import * as z from 'zod/mini';
import { BLACKOUT_REASONS, SCAN_FAULTS, SCAN_STATES } from '../domain/scan.ts';
import { PageBox } from '../domain/scan-box.ts';
import { Instant } from '../domain/time.ts';

/** A page: a link to its picture, as it is read and small, for minutes. */
export const PictureView = z.object({
  page: z.int(),
  width: z.int(),
  height: z.int(),
  url: z.string(),
  smallUrl: z.string(),
});

/** A part of a page that is blacked out: why, and which post did it; never what lies below. */
export const BlackoutView = z.object({
  ...PageBox.shape,
  reason: z.enum(BLACKOUT_REASONS),
  says: z.string(),
  by: z.string(),
  at: Instant,
});

/** What became of an uploaded file, as everybody who may see it sees it: pictures of its pages, with what is blacked out. */
export const ScanView = z.object({
  state: z.enum(SCAN_STATES),
  fault: z.optional(z.enum(SCAN_FAULTS)),
  /** How it stands, and what to do if it was refused. */
  says: z.string(),
  pages: z.array(PictureView),
  blackouts: z.array(BlackoutView),
  /** What is written there, for those who cannot see it. */
  transcript: z.optional(z.string()),
});

/** The same for the staff: the plain pages, the file itself, and what was done to it by whom. */
export const StaffScanView = z.object({
  ...ScanView.shape,
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  request: z.optional(z.string()),
  /** Rises with every change of the blackouts; whoever changes them says which one they saw. */
  edition: z.int(),
  /** Do citizens see this edition already? */
  isShown: z.boolean(),
  plainPages: z.array(PictureView),
  original: z.optional(z.string()),
  /** Parts that order cards are cut from. */
  boxes: z.array(PageBox),
  hands: z.array(
    z.object({
      act: z.enum(['blacked-out', 'uncovered', 'transcribed']),
      username: z.string(),
      by: z.string(),
      at: Instant,
      page: z.optional(z.int()),
      says: z.optional(z.string()),
    }),
  ),
  replacedBy: z.optional(z.string()),
});
