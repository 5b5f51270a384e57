import type { ReplyOf } from '../../../contract/operation.ts';
import type { listSessions } from '../../../contract/staff/session.ts';

export type Listed = ReplyOf<typeof listSessions>['items'][number];
