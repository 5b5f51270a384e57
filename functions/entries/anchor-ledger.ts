import { countEvents } from '../count-events.ts';
import { AnchorLedgerEnv, parseEnv } from '../env.ts';
import { type Anchored, run } from '../scheduled/anchor-ledger.ts';
import { anchorLedgerNeeds } from '../wiring/anchor-ledger-needs.ts';

const needs = anchorLedgerNeeds(parseEnv(AnchorLedgerEnv));

export const handler = async (): Promise<Anchored> => {
  const sums = await run(needs);
  countEvents({ AnchorsFailed: sums.failed });
  return sums;
};
