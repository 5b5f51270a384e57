import type { ReplyOf } from '../../../contract/operation.ts';
import type { showMeetingDay } from '../../../contract/staff/meeting-day.ts';

export type DayTurn = ReplyOf<typeof showMeetingDay>['turns'][number];
