import { commitmentOf, type DrawRecord } from './draw.ts';
import type { LedgerHead, LedgerLine } from './ledger.ts';
import type { Sha256 } from './sha256.ts';

/**
 * The first line of a whole chain at which a draw is not the one that was announced: another secret, before its time, with a
 * head that is not of this chain or older than the announcement, or drawn a second time.
 */
export const findUnfairDraw = (lines: readonly LedgerLine[], digest: Sha256): number | undefined => {
  const announced = new Map<number, LedgerLine>();
  let last = 0;
  for (const line of lines) {
    const { draw: record } = line;
    if (!record) continue;
    if (line.act === 'draw-announced') {
      if (announced.has(record.number) || record.number !== last + 1) return line.number;
      announced.set(record.number, line);
    } else {
      const before = announced.get(record.number);
      if (!before || record.number !== last + 1 || !isAsAnnounced(line, record, { before, lines }, digest)) {
        return line.number;
      }
      last = record.number;
    }
  }
  return undefined;
};

const isAsAnnounced = (
  line: LedgerLine,
  { drawn, commitment, drawsAt }: DrawRecord,
  { before, lines }: { readonly before: LedgerLine; readonly lines: readonly LedgerLine[] },
  digest: Sha256,
): boolean =>
  drawn !== undefined &&
  before.draw?.commitment === commitment &&
  before.draw.drawsAt === drawsAt &&
  commitmentOf(drawn.secret, digest) === commitment &&
  line.at >= drawsAt &&
  before.number <= drawn.head.number &&
  drawn.head.number < line.number &&
  isHeadOf(lines, drawn.head);

const isHeadOf = (lines: readonly LedgerLine[], head: LedgerHead): boolean =>
  lines[head.number - 1]?.hash === head.hash;
