import type { Operation, ReplyOf } from '../../contract/operation.ts';
import type { RequestView } from '../../contract/request-view.ts';
import type { Order } from '../../domain/order.ts';
import type { ClosingReason } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import type { EventKind } from '../../domain/timeline.ts';
import type { Asked } from '../api-client.ts';
import type { OfficeDays } from './office-days.ts';
import type { Person } from './person.ts';

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
type Ending = {
  readonly reason: ClosingReason;
  readonly orders: readonly Pick<Order, 'status' | 'rung' | 'disputes'>[];
  /** How often each of these lines stands in the timeline. */
  readonly events: Partial<Record<EventKind, number>>;
  readonly scans?: number;
  readonly transitionsAtMost?: number;
};

/** The stage of one life: the citizen, the staff of the unit that is asked (or of another), and the calendar. */
export type Scene = {
  readonly life: Life;
  readonly unit: string;
  readonly person: Person;
  readonly citizen: Actor & { submits(): Promise<RequestView> };
  readonly staff: (role: StaffRole, unit?: string) => Actor;
  readonly days: OfficeDays;
  /** The request of this life was registered by the staff. */
  readonly isAbout: (request: RequestView) => void;
  /** The id of this life's request, once there is one. */
  readonly request: () => string | undefined;
};
type StaffRole = 'expert' | 'secretary' | 'owner' | 'manager' | 'coordinator';

/** Somebody who may ask things of the system; whoever acts is proven first. */
export type Actor = {
  ask<Op extends Operation>(operation: Op, asked?: Part<Op>): Promise<ReplyOf<Op>>;
  /** An act on this life's request. */
  on<Op extends Operation>(operation: Op, body?: Part<Op>['body'], params?: Part<Op>['params']): Promise<ReplyOf<Op>>;
};
type Part<Op extends Operation> = Omit<Asked<Op>, 'url' | 'city' | 'token' | 'language'>;
