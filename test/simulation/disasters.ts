import * as z from 'zod/mini';
import { executionName } from '../../domain/ticket.ts';
import { localDateOf, plusDays, plusMinutes, toMillis } from '../../domain/time.ts';
import { type Dice, diceFrom } from '../../local/demo/dice.ts';
import type { Wanted } from './act-makers.ts';
import { CITY } from './city.ts';
import { CALL_FAULTS } from './faults.ts';
import type { SimulatedOffice } from './office.ts';
import type { PassingTime } from './passing-time.ts';
import { call, holder } from './people.ts';
import { SCHEDULES } from './schedules.ts';
import type { Disaster } from './script.ts';

const AWAY_MINUTES = 24 * 60;

/** Something happens to the city as a whole. */
export const strike = async ({ kind, roll }: Disaster, office: SimulatedOffice, time: PassingTime): Promise<void> => {
  const dice = diceFrom(roll);
  const { machine, happened, checks, clock } = office;
  switch (kind) {
    case 'execution-closed':
    case 'execution-missing':
      return endOne(kind, office, dice);
    case 'engine-lost':
      machine.store.loseExecutions();
      happened(kind);
      return checks.troubleForAll(clock.now());
    case 'step-functions-away': {
      const back = plusMinutes(clock.now(), AWAY_MINUTES);
      time.awayUntil(toMillis(back));
      happened(kind);
      return checks.troubleForAll(back);
    }
    case 'definition-replaced':
      machine.deploy();
      return happened(kind);
    case 'schedule-fault': {
      const names = Object.keys(SCHEDULES);
      const plan = { kind: CALL_FAULTS[dice(CALL_FAULTS.length)] ?? 'throttled', call: dice(8) };
      return time.planFault(names[dice(names.length)] ?? 'sweep', plan);
    }
    default:
      await decree(kind, office, dice);
      return time.settle();
  }
};

const endOne = async (
  kind: 'execution-closed' | 'execution-missing',
  { house, machine, happened }: SimulatedOffice,
  dice: Dice,
): Promise<void> => {
  const all = [...house.cases.values()];
  const victim = all[dice(Math.max(1, all.length))];
  if (!victim) return;
  const name = executionName(victim.request.id, victim.wait.run);
  const ended = kind === 'execution-closed' ? await machine.close(name) : machine.lose(name);
  if (ended) happened(kind, victim.request.id);
};

/** What the city decides, and what follows for people's turns and dates. */
const decree = async (
  kind: 'holiday' | 'closure' | 'session-changed' | 'session-cancelled',
  office: SimulatedOffice,
  dice: Dice,
): Promise<void> => {
  const wanted =
    kind === 'holiday' || kind === 'closure' ? shutting(kind, office, dice) : await moving(kind, office, dice);
  if (!wanted) return;
  const key = `${kind}-${office.clock.now()}`;
  const done = await call(wanted, { life: 0, key }, office.ports);
  if (done.agreed) office.happened(kind);
};

const REASON = { en: 'Flood', fa: 'سیل' };

const shutting = (kind: 'holiday' | 'closure', { ports, clock }: SimulatedOffice, dice: Dice): Wanted | undefined => {
  const office = ports.directory.dataOf(CITY);
  if (!office) return undefined;
  const on = plusDays(localDateOf(clock.now(), office.city.timeZone), 1 + dice(12));
  const caller = holder(office.users, 'administrator');
  if (kind === 'closure') return { operation: 'close-office', caller, body: { unit: 'harbour', on, reason: REASON } };
  const { calendar } = office.city;
  const closures = [...calendar.closures, { on, reason: REASON }];
  return {
    operation: 'put-calendar',
    caller,
    body: { calendar: { ...calendar, closures }, reason: 'The river is out.' },
  };
};

const Previewed = z.object({ preview: z.string() });

/** A session is moved to the afternoon or cancelled, by somebody who has seen whom it concerns. */
const moving = async (
  kind: 'session-changed' | 'session-cancelled',
  { house, ports, clock }: SimulatedOffice,
  dice: Dice,
): Promise<Wanted | undefined> => {
  const ahead = [...house.sessions.values()].filter(
    ({ startsAt, cancelledAt }) => startsAt > clock.now() && !cancelledAt,
  );
  const session = ahead[dice(Math.max(1, ahead.length))];
  const office = ports.directory.dataOf(CITY);
  if (!session || !office) return undefined;
  const caller = holder(office.users, 'unit-manager', session.unit);
  const params = { session: session.id };
  const wish = kind === 'session-changed' ? { from: '14:00' } : {};
  const asked = kind === 'session-changed' ? wish : { cancel: true };
  const about = { life: 0, key: 'preview' };
  const seen = await call({ operation: 'preview-session-change', caller, params, body: asked }, about, ports);
  const preview = seen.agreed ? z.safeParse(Previewed, seen.value).data?.preview : undefined;
  const operation = kind === 'session-changed' ? 'change-session' : 'cancel-session';
  return { operation, caller, params, body: { ...wish, ...(preview !== undefined && { preview }) } };
};
