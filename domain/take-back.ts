import type { Context, Draft } from './change.ts';
import type { Outcome } from './outcome.ts';
import { agree } from './outcome.ts';
import type { Request, Status } from './request.ts';
import { enterTriage } from './stages.ts';
import type { EventKind, TimelineEvent } from './timeline.ts';
import { wrongState } from './triage.ts';

/** The decision that must have led to a stage for the stage to be taken back. */
const LED_TO: Partial<Record<Status, EventKind>> = {
  'needs-info': 'question-asked',
  answered: 'answered',
  declined: 'declined',
  waiting: 'accepted',
  met: 'arrived',
};

/** What is written without moving the request to another stage. */
const REMARKS: readonly EventKind[] = [
  'document-added',
  'asked',
  'escalated',
  'rung-vacant',
  'outcome-chased',
  'slip-printed',
  'noted',
  'referred-in',
  'corrected',
];

/**
 * A decision that should not have been taken: the request goes back to the stage before it. Only straight after that
 * decision, and never where a turn was given away since.
 */
export const takeBack = (request: Request, events: readonly TimelineEvent[], context: Context): Outcome<Draft> => {
  const last = events.findLast((past) => !REMARKS.includes(past.kind) || past.facts?.field === 'status');
  if (last === undefined || last.kind !== LED_TO[request.status]) return wrongState(request);
  switch (request.status) {
    case 'needs-info':
      return agree(enterTriage(request, context, request.triageDaysLeft).draft);
    case 'answered':
    case 'declined':
      return agree(enterTriage(request, context).draft);
    case 'waiting': {
      const { acceptedAt: _, promised: __, ...unaccepted } = request;
      return agree(enterTriage({ ...unaccepted, status: 'submitted' }, context).draft);
    }
    case 'met': {
      const { appointment } = request;
      return appointment ? agree({ ...request, status: 'scheduled', appointment, reminders: [] }) : wrongState(request);
    }
    default:
      return wrongState(request);
  }
};
