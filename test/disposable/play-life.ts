import { finalRecord } from './final-record.ts';
import { type Office, openOffice } from './office.ts';
import { OneLife, type Step } from './one-life.ts';

/** What happens to the office at a stand of the life, before its next step. */
export type Disturb = (office: Office, life: OneLife, stand: number) => Promise<void>;

export type Played = { readonly record: unknown; readonly statuses: readonly string[] };

/**
 * Leads a request through a life and looks at everything that the simulation looks at. Stand 0 is after the submission, and
 * each step leads to the next.
 */
export const playLife = async (
  steps: readonly Step[],
  disturb: Disturb = async () => {},
  options: Parameters<typeof openOffice>[0] = {},
): Promise<Played> => {
  const office = await openOffice(options);
  const life = await OneLife.submitted(office);
  const statuses: string[] = [];
  for (const [stand, step] of steps.entries()) {
    statuses.push(life.request.status);
    await disturb(office, life, stand);
    await life.take(step);
  }
  office.checks.atLast(office.clock.now(), office.isInStep);
  if (office.checks.violation) throw office.checks.violation;
  return { record: finalRecord(office.house), statuses };
};
