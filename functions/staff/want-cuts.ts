import type * as z from 'zod/mini';
import type { GivenBox } from '../../contract/staff/given-box.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Darkroom } from '../../domain/ports/darkroom.ts';
import type { Scans } from '../../domain/ports/scans.ts';
import { cutFrom } from '../../domain/scan.ts';
import { boxFault } from '../../domain/scan-box.ts';
import type { Instant } from '../../domain/time.ts';
import { changeScan } from '../change-scan.ts';

type Wanted = { readonly box: z.infer<typeof GivenBox>; readonly path: string };
type About = { readonly city: string; readonly request: string; readonly at: Instant };
export type CutNeeds = { readonly scans: Scans; readonly darkroom: Darkroom };

/**
 * Has cards cut from these boxes of the case's scans, each of which must lie on its page. It is done before the decision that
 * names them: a cut that nobody needs harms less than an order without its picture.
 */
export const wantCuts = async (
  { city, request, at }: About,
  wanted: readonly Wanted[],
  { scans, darkroom }: CutNeeds,
): Promise<Outcome<void>> => {
  const checked = await Promise.all(
    wanted.map(async ({ box, path }) => {
      const scan = await scans.find(city, box.document);
      if (scan?.request !== request) return { path: `${path}document`, problem: 'unknown' };
      if (scan.state !== 'ready') return { path: `${path}document`, problem: 'pages-not-ready' };
      const fault = boxFault(box, scan.pages.length);
      return fault && { ...fault, path: `${path}${fault.path}` };
    }),
  );
  const faults = checked.filter((fault) => fault !== undefined);
  if (faults.length > 0) return refuse('invalid', { fields: faults });
  for (const document of new Set(wanted.map(({ box }) => box.document))) {
    const boxes = wanted.flatMap(({ box: { document: on, ...box } }) => (on === document ? [box] : []));
    const changed = await changeScan(city, document, (scan) => cutFrom(scan, boxes, at), scans);
    if (!changed.agreed) return changed;
    await darkroom.develop(city, document);
  }
  return agree(undefined);
};
