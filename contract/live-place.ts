import * as z from 'zod/mini';
import { Instant } from '../domain/time.ts';
import { STATIONS } from '../domain/visit.ts';

/** Where a turn stands on its day. */
export const LivePlaceView = z.object({
  state: z.enum(['expected', 'waiting', 'called', 'in', 'out', 'missed']),
  /** How many are to be let in first. */
  before: z.optional(z.int()),
  estimatedAt: z.optional(Instant),
  room: z.optional(z.string()),
  says: z.string(),
});

/** The meeting day of one turn: what has happened to it, and when. */
export const VisitView = z.object({
  session: z.string(),
  slot: z.string(),
  /** The number on its ticket. */
  number: z.int(),
  request: z.string(),
  startsAt: Instant,
  station: z.optional(z.enum(STATIONS)),
  arrivedAt: z.optional(Instant),
  calledAt: z.optional(Instant),
  inAt: z.optional(Instant),
  outAt: z.optional(Instant),
  missedAt: z.optional(Instant),
  room: z.optional(z.string()),
  place: LivePlaceView,
});
