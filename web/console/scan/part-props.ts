import type { Scan } from './use-scan.ts';

/** What every part of the page is given: the picture as it stands, and a way to say that it was changed. */
export type PartProps = { readonly scan: Scan; readonly put: (scan: Scan) => void; readonly told: () => void };
