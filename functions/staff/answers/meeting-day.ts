import {
  checkIn,
  giveWalkIn,
  recordStation,
  showMeetingDay,
  undoStation,
} from '../../../contract/staff/meeting-day.ts';
import { served } from '../../answer.ts';
import { answer as checkInAnswer } from '../check-in.ts';
import { answer as giveWalkInAnswer } from '../give-walk-in.ts';
import { answer as recordStationAnswer } from '../record-station.ts';
import { answer as showMeetingDayAnswer } from '../show-meeting-day.ts';
import { answer as undoStationAnswer } from '../undo-station.ts';

export const meetingDayAnswers = [
  served(checkIn, checkInAnswer),
  served(recordStation, recordStationAnswer),
  served(undoStation, undoStationAnswer),
  served(showMeetingDay, showMeetingDayAnswer),
  served(giveWalkIn, giveWalkInAnswer),
] as const;
