import { agree, type Outcome, refuse } from '../domain/outcome.ts';
import type { Scans } from '../domain/ports/scans.ts';
import type { Scan } from '../domain/scan.ts';

const MOST_RACES = 4;

/** Changes a scan by a rule. Pages are made of it meanwhile; a race that was lost is decided again on what stands there now. */
export const changeScan = async (
  city: string,
  id: string,
  rule: (scan: Scan) => Outcome<Scan>,
  scans: Scans,
): Promise<Outcome<Scan>> => {
  for (let race = 0; race < MOST_RACES; race += 1) {
    const scan = await scans.find(city, id);
    if (!scan) return refuse('document-missing', { documents: [id] });
    const changed = rule(scan);
    if (!changed.agreed) return changed;
    if (changed.value === scan || (await scans.save(changed.value))) return agree(changed.value);
  }
  return refuse('changed-meanwhile');
};
