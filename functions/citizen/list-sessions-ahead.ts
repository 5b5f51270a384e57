import type { listSessionsAhead } from '../../contract/citizen/sessions-ahead.ts';
import { findOfficial } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { viewOfficial, viewSession } from '../city-view.ts';
import { type FreeSlotsNeeds, freeSlots } from './free-slots.ts';

export const answer: Answer<typeof listSessionsAhead, FreeSlotsNeeds> = async (call, needs) => {
  const official = findOfficial(call.office, call.params.official);
  if (!official) return refuse('not-found');
  const ahead = await freeSlots(call.city, official.id, needs);
  return agree({
    official: viewOfficial(official, call.language),
    sessions: ahead.map(({ session, free }) => ({
      ...viewSession(session, call),
      slots: session.slots,
      freeSlots: free.length,
    })),
  });
};
