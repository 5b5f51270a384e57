import { anchorOf } from '../../domain/anchor.ts';
import { today } from '../../domain/office.ts';
import type { Anchors } from '../../domain/ports/anchors.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import { inTurns } from './in-turns.ts';

export type AnchorLedgerNeeds = {
  readonly directory: Directory;
  readonly ledger: Ledger;
  readonly anchors: Anchors;
  readonly clock: Clock;
};

/** Heads that were noted, that were noted already or do not exist yet, and that could not be noted. */
export type Anchored = Readonly<Record<'noted' | 'known' | 'failed', number>>;

/** Notes the head of every post's chain, once for each day of its city. Run again on that day, it changes nothing. */
export const run = async ({ directory, ledger, anchors, clock }: AnchorLedgerNeeds): Promise<Anchored> => {
  const sums = { noted: 0, known: 0, failed: 0 };
  for (const city of await directory.cities()) {
    const office = await directory.office(city);
    if (!office) continue;
    const at = clock.now();
    const note = async ({ id: official }: { id: string }) => {
      const head = await ledger.head({ city, official });
      if (head.number === 0) return 'known';
      return (await anchors.note({ city, official }, anchorOf(head, today(office, at), at))) ? 'noted' : 'known';
    };
    for (const end of await inTurns(office.officials, note)) sums[end] += 1;
  }
  return sums;
};
