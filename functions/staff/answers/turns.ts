import { listAnchors, listLedger } from '../../../contract/staff/ledger.ts';
import {
  cancelTurn,
  explainTurn,
  giveTurn,
  moveTurn,
  offerSlots,
  recordAttendance,
} from '../../../contract/staff/turn.ts';
import { served } from '../../answer.ts';
import { answer as cancelTurnAnswer } from '../cancel-turn.ts';
import { answer as explainTurnAnswer } from '../explain-turn.ts';
import { answer as giveTurnAnswer } from '../give-turn.ts';
import { answer as listAnchorsAnswer } from '../list-anchors.ts';
import { answer as listLedgerAnswer } from '../list-ledger.ts';
import { answer as moveTurnAnswer } from '../move-turn.ts';
import { answer as offerSlotsAnswer } from '../offer-slots.ts';
import { answer as recordAttendanceAnswer } from '../record-attendance.ts';

export const turnsAnswers = [
  served(explainTurn, explainTurnAnswer),
  served(offerSlots, offerSlotsAnswer),
  served(giveTurn, giveTurnAnswer),
  served(moveTurn, moveTurnAnswer),
  served(cancelTurn, cancelTurnAnswer),
  served(recordAttendance, recordAttendanceAnswer),
  served(listLedger, listLedgerAnswer),
  served(listAnchors, listAnchorsAnswer),
] as const;
