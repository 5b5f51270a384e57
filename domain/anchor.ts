import * as z from 'zod/mini';
import { LedgerHead, type LedgerLine } from './ledger.ts';
import { Instant, LocalDate } from './time.ts';

/** The last line of a post's chain as it stood on a day, noted where nothing is ever overwritten. */
export const Anchor = z.extend(LedgerHead, { on: LocalDate, notedAt: Instant });
export type Anchor = z.infer<typeof Anchor>;

export const anchorOf = ({ number, hash }: LedgerHead, on: LocalDate, notedAt: Instant): Anchor => ({
  ...{ number, hash, on, notedAt },
});

/** A day on which the chain had another line than it has now: it was written anew, from that line or from one before it. */
export type Rewrite = { readonly line: number; readonly notedOn: LocalDate };

/**
 * Compares a chain with what was noted of it, day by day. It finds what the chain alone cannot show: that all lines and the head
 * were written anew.
 */
export const findRewrite = (lines: readonly LedgerLine[], anchors: readonly Anchor[]): Rewrite | undefined => {
  const other = anchors.find(({ number, hash }) => lines[number - 1]?.hash !== hash);
  return other && { line: other.number, notedOn: other.on };
};
