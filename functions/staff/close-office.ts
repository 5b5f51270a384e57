import type { closeOffice } from '../../contract/staff/closure.ts';
import type { OfficeCalendar } from '../../domain/calendar.ts';
import { openJob } from '../../domain/job.ts';
import { say } from '../../domain/local-text.ts';
import { findUnit } from '../../domain/office.ts';
import { agree, type Outcome, refuseField } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Answer, Call } from '../answer.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownClosure } from './own-closure.ts';

type Needs = { readonly directory: Directory; readonly jobs: Jobs; readonly keys: Keys; readonly clock: Clock };
type Closure = OfficeCalendar['closures'][number];

/** The office is shut at once; people are moved and told by a job. Said again, the same closure stands once, and nobody is told twice. */
export const answer: Answer<typeof closeOffice, Needs> = async (call, needs) => {
  const { city, office, body, caller } = call;
  const { unit, on, from, to, reason } = body;
  const at = needs.clock.now();
  const own = ownClosure(call, at);
  if (!own.agreed) return own;
  const shut = await shutIt(call, needs);
  if (!shut.agreed) return shut;
  const id = needs.keys.hash(city, 'content', JSON.stringify([at, caller.username, body]));
  const why = say(reason, office.city.locales[0] ?? '', office.city.locales[0]);
  const closing = { on, from, to };
  await needs.jobs.add(openJob({ city, id, unit, reason: why, by: byStaff(caller), closing }, office, at));
  return agree({ job: id });
};

const shutIt = async (
  { city, office, body: { unit: id, ...closure } }: Call<typeof closeOffice>,
  { directory }: Needs,
): Promise<Outcome<unknown>> => {
  if (id === undefined) {
    const { calendar } = office.city;
    const closures = withClosure(calendar.closures, closure);
    return directory.put(city, 'city', { ...office.city, calendar: { ...calendar, closures } });
  }
  const unit = findUnit(office, id);
  if (!unit) return refuseField('unit', 'unknown');
  const closures = withClosure(unit.calendar?.closures ?? [], closure);
  return directory.put(city, 'unit', { ...unit, calendar: { ...unit.calendar, closures } });
};

const withClosure = (closures: readonly Closure[], closure: Closure): Closure[] => {
  const isSame = ({ on, from, to }: Closure) => on === closure.on && from === closure.from && to === closure.to;
  return closures.some(isSame) ? [...closures] : [...closures, closure];
};
