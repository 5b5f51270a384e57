import { type Instant, instantOf, toMillis } from '../../domain/time.ts';
import type { SimulatedPorts } from '../simulation/ports.ts';
import { dueSchedules, SCHEDULES } from '../simulation/schedules.ts';
import type { MemoryHouse } from '../support/memory/memory-house.ts';
import type { MovableClock } from '../support/world.ts';
import type { AsProcess, Machine } from './machine.ts';

/** An office whose time is moved by hand. */
export type TimedOffice = {
  readonly house: MemoryHouse;
  readonly clock: MovableClock;
  readonly machine: Machine;
  readonly ports: SimulatedPorts;
  readonly asProcess: AsProcess;
};

const MINUTE_MS = 60_000;

/** The machine does what it can do now. */
export const settle = async ({ machine }: TimedOffice): Promise<void> => {
  await machine.engine.tick();
  await machine.engine.idle();
};

/** Goes from instant to instant at which a timer or a scheduled function has something to do, up to the target. */
export const passTimeTo = async (office: TimedOffice, target: Instant): Promise<void> => {
  const { clock, house, machine, ports, asProcess } = office;
  const now = () => toMillis(clock.now());
  await settle(office);
  for (;;) {
    const schedules = await dueSchedules(house, ports);
    const nextMinute = Math.ceil((now() + 1) / MINUTE_MS) * MINUTE_MS;
    const nextRun = Math.max(Math.min(...schedules.values(), Number.POSITIVE_INFINITY), nextMinute);
    const next = Math.min(machine.engine.nextWake() ?? Number.POSITIVE_INFINITY, nextRun);
    if (next > toMillis(target)) break;
    if (next > now()) clock.moveTo(instantOf(next));
    await settle(office);
    for (const [name, run] of Object.entries(SCHEDULES)) {
      if ((schedules.get(name) ?? Number.POSITIVE_INFINITY) > now()) continue;
      // One that fails is called again in its next minute.
      await asProcess(name, () => run(ports)).catch(() => {});
      await settle(office);
    }
  }
  if (target > clock.now()) clock.moveTo(target);
  await settle(office);
};
