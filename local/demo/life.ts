import type { Order } from '../../domain/order.ts';
import type { ClosingReason } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import type { EventKind } from '../../domain/timeline.ts';
import type { Scene } from './scene.ts';

/** One life to be shown: who is asked about what, the story, and how it must have ended. */
export type Life = {
  readonly id: string;
  readonly city: 'tehran' | 'eastmere';
  readonly official: string;
  readonly topic: string;
  /** What the citizen writes. */
  readonly text: string;
  readonly wanted: string;
  /** Acts through the scene; whatever it yields is the instant at which it goes on. */
  readonly story: (scene: Scene) => AsyncGenerator<Instant, void, void>;
  readonly ends: Ending;
};

/** What must be read back when all is over. */
export type Ending = {
  readonly reason: ClosingReason;
  readonly orders: readonly Pick<Order, 'status' | 'rung' | 'disputes'>[];
  /** How often each of these lines stands in the timeline. */
  readonly events: Partial<Record<EventKind, number>>;
  readonly scans?: number;
  readonly transitionsAtMost?: number;
};
