import type { Scan } from '../scan.ts';
import type { Instant } from '../time.ts';

/** What became of uploaded files. */
export type Scans = {
  /** Noted once, however often it is said. */
  add(scan: Scan): Promise<void>;
  find(city: string, id: string): Promise<Scan | undefined>;
  /** Those that are there, in the order of the ids. */
  several(city: string, ids: readonly string[]): Promise<readonly Scan[]>;
  /** Those that something is to be done about by then. */
  due(city: string, at: Instant, limit: number): Promise<readonly Scan[]>;
  /** Writes a scan one version on; false if somebody else was faster. */
  save(scan: Scan): Promise<boolean>;
};
