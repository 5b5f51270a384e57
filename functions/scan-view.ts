import type * as z from 'zod/mini';
import type { BlackoutView, PictureView, ScanView, StaffScanView } from '../contract/scan-view.ts';
import type { Documents } from '../domain/ports/documents.ts';
import { type Blackout, type Hand, inForce, isShown, type Scan } from '../domain/scan.ts';
import type { Reader } from './request-view.ts';
import { viewOwner } from './request-view.ts';
import { sayBlackoutReason, sayScan } from './scan-words.ts';

/** Whoever did it, by role and unit. */
const postOf = ({ role, unit }: Hand, reader: Reader): string => {
  const { isCitizen: _, ...plain } = reader;
  return viewOwner({ kind: 'staff', role, unit }, plain).says;
};

const viewBlackout = (
  { page, x, y, width, height, reason, by }: Blackout,
  reader: Reader,
): z.input<typeof BlackoutView> => ({
  ...{ page, x, y, width, height, reason, at: by.at },
  says: sayBlackoutReason(reason, reader.language),
  by: postOf(by, reader),
});

const viewPages = (scan: Scan, edition: 'plain' | number, documents: Documents) =>
  Promise.all(
    scan.pages.map(async ({ width, height }, index): Promise<z.input<typeof PictureView>> => {
      const picture = { scan: scan.id, edition, page: index + 1 };
      const [url, smallUrl] = await Promise.all([
        documents.picture(scan.city, picture),
        documents.picture(scan.city, { ...picture, small: true }),
      ]);
      return { page: index + 1, width, height, url, smallUrl };
    }),
  );

/** As the citizen may see it: nothing of an edition whose pictures are still to be made. */
export const viewScan = async (
  scan: Scan | undefined,
  reader: Reader,
  documents: Documents,
): Promise<z.input<typeof ScanView>> => {
  const shown = scan && isShown(scan);
  const state = shown ? 'ready' : scan?.state === 'ready' || !scan ? 'being-looked-at' : scan.state;
  return {
    state,
    fault: scan?.fault,
    says: sayScan({ state, fault: scan?.fault }, reader.language),
    pages: shown ? await viewPages(scan, scan.edition, documents) : [],
    blackouts: shown ? inForce(scan).map((blackout) => viewBlackout(blackout, reader)) : [],
    transcript: scan?.transcript?.text,
  };
};

/** As the staff of its case see it; the file itself only once it was found to be harmless. */
export const viewStaffScan = async (
  scan: Scan,
  reader: Reader,
  documents: Documents,
): Promise<z.input<typeof StaffScanView>> => ({
  ...(await viewScan(scan, reader, documents)),
  ...{ id: scan.id, name: scan.name, type: scan.type, size: scan.size, request: scan.request },
  ...{ state: scan.state, says: sayScan(scan, reader.language) },
  ...{ edition: scan.edition, isShown: isShown(scan), boxes: scan.boxes, replacedBy: scan.replacedBy },
  blackouts: inForce(scan).map((blackout) => viewBlackout(blackout, reader)),
  plainPages: scan.state === 'ready' ? await viewPages(scan, 'plain', documents) : [],
  original: scan.state === 'ready' ? await documents.original(scan.city, scan) : undefined,
  hands: handsOf(scan, reader),
});

const handsOf = (scan: Scan, reader: Reader): z.input<typeof StaffScanView>['hands'] => {
  const { transcript, blackouts } = scan;
  const line = (act: 'blacked-out' | 'uncovered' | 'transcribed', hand: Hand, blackout?: Blackout) => ({
    ...{ act, username: hand.username, by: postOf(hand, reader), at: hand.at, page: blackout?.page },
    says: blackout && sayBlackoutReason(blackout.reason, reader.language),
  });
  return [
    ...blackouts.map((blackout) => line('blacked-out', blackout.by, blackout)),
    ...blackouts.flatMap((blackout) => (blackout.lifted ? [line('uncovered', blackout.lifted, blackout)] : [])),
    ...(transcript ? [line('transcribed', transcript.by)] : []),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
};
