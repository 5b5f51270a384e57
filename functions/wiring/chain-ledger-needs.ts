import type { ChainLedgerEnv } from '../env.ts';
import type { ChainLedgerNeeds } from '../scheduled/chain-ledger.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';

/** The table and nothing else. */
export const chainLedgerNeeds = (env: ChainLedgerEnv, clock = systemClock): ChainLedgerNeeds => tablePorts(env, clock);
