import type { AnchorLedgerEnv } from '../env.ts';
import type { AnchorLedgerNeeds } from '../scheduled/anchor-ledger.ts';
import { anchors } from './anchors.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';

/** The table, and the bucket that keeps what was noted. */
export const anchorLedgerNeeds = (env: AnchorLedgerEnv, clock = systemClock): AnchorLedgerNeeds => ({
  ...tablePorts(env, clock),
  anchors: anchors(env),
});
