import type { previewAbsence } from '../../contract/staff/absence.ts';
import { agree } from '../../domain/outcome.ts';
import { overlap } from '../../domain/session-slots.ts';
import type { Answer } from '../answer.ts';
import { viewSession } from '../city-view.ts';
import { type AbsenceNeeds, absenceAhead } from './absence-ahead.ts';
import { viewAffected } from './affected-people.ts';
import { sayPost } from './say-post.ts';

export const answer: Answer<typeof previewAbsence, AbsenceNeeds> = async (call, needs) => {
  const ahead = await absenceAhead(call, needs);
  if (!ahead.agreed) return ahead;
  const { absence, sessions, preview } = ahead.value;
  const shown = await Promise.all(
    sessions.map(async ({ session }) => {
      const others = await needs.sessions.onDay(call.city, { official: absence.standIn }, session.on);
      const clash = others.find((other) => other.cancelledAt === undefined && overlap(other, session));
      return { session: session.id, says: viewSession(session, call).says, busy: clash?.id };
    }),
  );
  return agree({
    ...{ standIn: absence.standIn, standInSays: sayPost(absence.standIn, call.office, call.language) },
    ...{ sessions: shown, preview },
    affected: sessions.flatMap(({ affected }) => affected.map((one) => viewAffected(one, 'choice', undefined, call))),
  });
};
