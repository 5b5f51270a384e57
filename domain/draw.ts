import * as z from 'zod/mini';
import type { Sha256 } from './sha256.ts';
import { Instant } from './time.ts';

/**
 * A draw in the ledger, twice: announced with the digest of a secret, then drawn with the secret itself, the head of the
 * chain at that moment and all who took part. Neither who knows the secret nor who takes part could choose the lots.
 */
export const DrawRecord = z.object({
  number: z.int(),
  /** The digest of the secret, told before anybody draws. */
  commitment: z.string(),
  drawsAt: Instant,
  drawn: z.optional(
    z.object({
      secret: z.string(),
      head: z.object({ number: z.int(), hash: z.string() }),
      /** How many turns there were. */
      places: z.int(),
      /** A ticket of each who took part, sorted, so that their order says nothing. */
      pool: z.array(z.string()),
    }),
  ),
});
export type DrawRecord = z.infer<typeof DrawRecord>;
type Drawn = NonNullable<DrawRecord['drawn']>;

/** Whoever has won keeps it while the place stays: it is lost with offers that are let go too often. */
const Winner = z.object({ id: z.string(), since: Instant });

/** Where the draws of a post stand: how many there were, one that is announced, and winners who have no offer yet. */
export const DrawState = z.object({
  number: z.int(),
  announced: z.optional(z.object({ commitment: z.string(), drawsAt: Instant })),
  winners: z.array(Winner),
  version: z.int(),
});
export type DrawState = z.infer<typeof DrawState>;
export const NO_DRAWS: DrawState = { number: 0, winners: [], version: 0 };

const TICKET_SYMBOLS = 20;

/** What stands for a request in a draw: it can be made of the request's id, and the id cannot be made of it. */
export const ticketOf = (request: string, digest: Sha256): string =>
  digest(`ticket ${request}`).slice(0, TICKET_SYMBOLS);

/** The tickets in the order in which they were drawn; the first `places` of them won. */
export const lotsOf = ({ secret, head, pool }: Drawn, digest: Sha256): string[] => {
  const lots = pool.map((ticket) => ({ ticket, lot: digest(`${secret} ${head.hash} ${ticket}`) }));
  return lots.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ ticket }) => ticket);
};

/** What is told of a secret before anybody draws. */
export const commitmentOf = (secret: string, digest: Sha256): string => digest(`draw ${secret}`);

/** Announces the next draw of a post. */
export const announce = (
  { number, winners, version }: DrawState,
  { secret, drawsAt }: { readonly secret: string; readonly drawsAt: Instant },
  digest: Sha256,
): { state: DrawState; record: DrawRecord } => {
  const commitment = commitmentOf(secret, digest);
  return {
    state: { number, winners, announced: { commitment, drawsAt }, version: version + 1 },
    record: { number: number + 1, commitment, drawsAt },
  };
};

/** Draws what was announced among those who wait. */
export const draw = (
  { number, winners, announced, version }: DrawState & { readonly announced: NonNullable<DrawState['announced']> },
  { secret, head, places, line }: Omit<Drawn, 'pool'> & { readonly line: readonly z.infer<typeof Winner>[] },
  digest: Sha256,
): { state: DrawState; record: DrawRecord } => {
  const holders = new Map(line.map(({ id, since }) => [ticketOf(id, digest), { id, since }]));
  const drawn = { secret, head, places, pool: [...holders.keys()].toSorted() };
  const won = lotsOf(drawn, digest).slice(0, places);
  return {
    state: {
      number: number + 1,
      winners: [...winners, ...won.flatMap((ticket) => holders.get(ticket) ?? [])],
      version: version + 1,
    },
    record: { number: number + 1, ...announced, drawn },
  };
};

/** All that a hash of the ledger covers of a draw, as a list. */
export const drawText = ({ number, commitment, drawsAt, drawn }: DrawRecord): unknown[] => [
  ...[number, commitment, drawsAt],
  drawn ? [drawn.secret, drawn.head.number, drawn.head.hash, drawn.places, drawn.pool] : null,
];
