import { countEvents } from '../count-events.ts';
import { ChainLedgerEnv, parseEnv } from '../env.ts';
import { type Chained, run } from '../scheduled/chain-ledger.ts';
import { chainLedgerNeeds } from '../wiring/chain-ledger-needs.ts';

const needs = chainLedgerNeeds(parseEnv(ChainLedgerEnv));

export const handler = async (): Promise<Chained> => {
  const sums = await run(needs);
  countEvents({ LedgerUnchained: sums.unchained });
  return sums;
};
