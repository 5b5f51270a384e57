import type { listAbsences } from '../../contract/staff/absence.ts';
import { today } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Answer } from '../answer.ts';
import { ownOfficial } from './own-official.ts';
import { sayPost } from './say-post.ts';

export const answer: Answer<typeof listAbsences, { readonly clock: Clock }> = async (call, { clock }) => {
  const { office, language } = call;
  const own = ownOfficial(call, 'plan-sessions');
  if (!own.agreed) return own;
  const day = today(office, clock.now());
  const ahead = (own.value.absences ?? []).filter(({ to }) => to >= day);
  return agree({
    absences: ahead.map((absence) => ({ ...absence, standInSays: sayPost(absence.standIn, office, language) })),
  });
};
