import type { Order } from '../order.ts';
import type { ClosingReason, Request } from '../request.ts';
import type { EventKind } from '../timeline.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/**
 * What the office calls its own things, wherever they are read: in the portal, in the console, in the demo. They speak of
 * nobody in particular, so that citizen and staff can read the same line.
 */
export type OfficeWords = {
  readonly statuses: Named<Request['status']>;
  readonly orderStatuses: Named<Order['status']>;
  readonly closingReasons: Named<ClosingReason>;
  readonly actors: Named<'citizen' | 'staff' | 'partner' | 'office'>;
  readonly events: Named<EventKind>;
};
