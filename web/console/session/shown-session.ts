import type { ReplyOf } from '../../../contract/operation.ts';
import type { showSession } from '../../../contract/staff/session.ts';

export type Session = ReplyOf<typeof showSession>['session'];

export type Slot = ReplyOf<typeof showSession>['slots'][number];

/** What is being done on the board: nothing, a turn is on its way to another slot, or a free slot is given away. */
export type Doing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'moving'; readonly from: Slot }
  | { readonly kind: 'giving'; readonly slot: Slot };
