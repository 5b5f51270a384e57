import type { recordAbsence } from '../../contract/staff/absence.ts';
import { withAbsence } from '../../domain/absence.ts';
import { openSessionJob } from '../../domain/job.ts';
import { today } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import { toMillis } from '../../domain/time.ts';
import type { Answer } from '../answer.ts';
import { type AbsenceNeeds, absenceAhead } from './absence-ahead.ts';
import { isAsPreviewed } from './affected-people.ts';
import { byStaff } from './decide-for-unit.ts';

type Needs = AbsenceNeeds & { readonly directory: Directory; readonly jobs: Jobs };

/** The absence stands at once; sessions get their stand-in, and people are told, by a job. */
export const answer: Answer<typeof recordAbsence, Needs> = async (call, needs) => {
  const { city, office, body, caller } = call;
  const ahead = await absenceAhead(call, needs);
  if (!ahead.agreed) return ahead;
  const { official, absence, sessions, preview } = ahead.value;
  const people = sessions.reduce((sum, { affected }) => sum + affected.length, 0);
  const seen = isAsPreviewed(people, body.preview, preview);
  if (!seen.agreed) return seen;
  const at = needs.clock.now();
  const id = `${official.id}.absence.${absence.from}.${toMillis(at)}`;
  const work = { city, id, reason: '', by: byStaff(caller), stops: [{ pile: 'stand-ins' as const, of: official.id }] };
  await needs.jobs.add(openSessionJob(work, at));
  const put = await needs.directory.put(city, 'official', withAbsence(official, absence, today(office, at)));
  return put.agreed ? agree({ absences: put.value.absences ?? [] }) : put;
};
