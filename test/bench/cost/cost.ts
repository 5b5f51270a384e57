import { submitRequest } from '../../../contract/citizen/submission.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { acceptRequest } from '../../../contract/staff/triage.ts';
import { giveTurn } from '../../../contract/staff/turn.ts';
import { executionsOf } from '../../../local/demo/read-back.ts';
import type { Units } from '../../../local/table/consumption.ts';
import type { Account } from './account.ts';
import { openCountedOffice } from './counted-office.ts';
import type { Group } from './groups.ts';
import { CITY, planMorning, playPlainLife } from './plain-life.ts';
import { PRICES } from './prices.ts';

export type Cost = {
  readonly transitions: number;
  readonly groups: Readonly<Record<Group, Units>>;
  readonly totalWriteUnits: number;
  readonly totalReadUnits: number;
  /** What the schedules of the seeded cities spent meanwhile on anything but this life; it is in no other figure. */
  readonly besides: Units;
  readonly hotItemBytes: number;
  readonly scans: number;
  readonly apiCalls: number;
  readonly callsBeforeAnswer: Readonly<Record<'submit' | 'triage' | 'book' | 'outcome', number>>;
  readonly dollarsPerMillion: number;
};

/** Plays the plain life once on the embedded system and counts what it costs on AWS; its session is planned before. */
export const countPlainLife = async (): Promise<Cost> => {
  const counted = await openCountedOffice(CITY);
  try {
    const slot = await planMorning(counted);
    counted.startAccount();
    const before = counted.apiCalls();
    const request = await playPlainLife(counted, slot);
    const account = counted.account();
    const apiCalls = counted.apiCalls() - before;
    const transitions = executionsOf(request, counted.engine).reduce((sum, each) => sum + each.transitions, 0);
    const callsOf = ({ name }: { name: string }): number => counted.calls[name] ?? Number.NaN;
    return {
      transitions,
      groups: rounded(account),
      totalWriteUnits: account.total.writeUnits,
      totalReadUnits: account.total.readUnits,
      ...{ besides: account.besides, hotItemBytes: account.hotItemBytes, scans: account.scans, apiCalls },
      callsBeforeAnswer: {
        ...{ submit: callsOf(submitRequest), triage: callsOf(acceptRequest) },
        ...{ book: callsOf(giveTurn), outcome: callsOf(recordOutcome) },
      },
      dollarsPerMillion: Math.round(1e6 * dollarsOf(account.total, { transitions, apiCalls })),
    };
  } finally {
    await counted.close();
  }
};

/** An API call is a call of a function, too. */
const dollarsOf = (units: Units, { transitions, apiCalls }: { transitions: number; apiCalls: number }): number =>
  transitions * PRICES.transition +
  units.writeUnits * PRICES.writeUnit +
  units.readUnits * PRICES.readUnit +
  apiCalls * (PRICES.apiCall + PRICES.functionCall);

const rounded = ({ groups }: Account): Cost['groups'] => {
  const two = (units: number) => Math.round(units * 100) / 100;
  const all = Object.entries(groups).map(([group, { readUnits, writeUnits }]) => [
    group,
    { writeUnits: two(writeUnits), readUnits: two(readUnits) },
  ]);
  return Object.fromEntries(all);
};
