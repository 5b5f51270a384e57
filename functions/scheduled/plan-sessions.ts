import type { Office } from '../../domain/office.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { planFromTemplates } from '../plan-from-template.ts';
import { inTurns } from './in-turns.ts';

export type PlanSessionsNeeds = { readonly directory: Directory; readonly sessions: Sessions; readonly clock: Clock };

/** Sessions that were planned, and officials for whom it failed: the next run goes on with them. */
export type SessionsPlanned = Readonly<Record<'planned' | 'failed', number>>;

/** Plans, in every city, the sessions that officials' templates want in the weeks ahead; a day later, only those of one day more. */
export const run = async ({ directory, sessions, clock }: PlanSessionsNeeds): Promise<SessionsPlanned> => {
  const sums = { planned: 0, failed: 0 };
  for (const city of await directory.cities()) {
    const office = await directory.office(city);
    if (!office) continue;
    const at = clock.now();
    const planned = await inTurns(officialsOf(office), (official) =>
      planFromTemplates(official, templatesOf(official, office), { office, at }, sessions),
    );
    for (const count of planned) {
      if (count === 'failed') sums.failed += 1;
      else sums.planned += count;
    }
  }
  return sums;
};

const officialsOf = ({ templates }: Office): string[] => [...new Set(templates.map(({ official }) => official))];

const templatesOf = (official: string, { templates }: Office) =>
  templates.filter((template) => template.official === official);
