import { StepFunctionsWaits } from '../../adapters/step-functions/step-functions-waits.ts';
import { StepFunctionsWorkflow } from '../../adapters/step-functions/step-functions-workflow.ts';
import type { Request } from '../../domain/request.ts';
import { executionName } from '../../domain/ticket.ts';
import { plusSeconds, toMillis } from '../../domain/time.ts';
import { answer as passDeadline } from '../../functions/tasks/pass-deadline.ts';
import { MemoryCaseFiles } from '../support/memory/memory-case-files.ts';
import { createWorld } from '../support/world.ts';
import { ActsUnderWay, type Ended } from './acts-under-way.ts';
import { CheckedCarrier, CheckedRequests } from './checked-ports.ts';
import { Checks } from './checks.ts';
import { CITY } from './city.ts';
import type { Fault, Plan } from './faults.ts';
import { MACHINE, Machine } from './machine.ts';
import type { Plant } from './plants.ts';
import type { SimulatedPorts } from './ports.ts';
import type { Counts } from './violation.ts';
import { WaitTable } from './wait-table.ts';

/** What has happened and what was looked at, in all worlds together. */
export type Tally = { readonly faults: Record<Fault, number>; readonly checks: Counts };
export type SimulatedOffice = Awaited<ReturnType<typeof openSimulatedOffice>>;

/** One office in memory: the deployed answers, tasks, schedules, wakes and definition, on twins of the ports. */
export const openSimulatedOffice = async (tally: Tally, plant: Plant | undefined) => {
  const world = await createWorld({ city: CITY });
  const { house, clock } = world;
  const checks = new Checks(house, tally.checks);
  const happened = (fault: Fault, request?: string): void => {
    tally.faults[fault] += 1;
    checks.timers.trouble(clock.now(), request);
  };
  /** Faults that the machine's next calls meet, one each. */
  const ahead: Fault[] = [];
  const meets = (kinds: readonly Fault[], request: string): Fault | undefined => {
    const next = ahead.find((fault) => kinds.includes(fault));
    if (next === undefined) return undefined;
    ahead.splice(ahead.indexOf(next), 1);
    happened(next, request);
    return next;
  };

  const waitTable = new WaitTable(house, (request) => meets(['token-stale'], request) !== undefined);
  const engineClock = {
    now: () => toMillis(clock.now()),
    msUntil: (at: number) => Math.max(0, at - toMillis(clock.now())),
  };
  const machine: Machine = new Machine({
    ...{ clock: engineClock, waits: waitTable, meets, alter: plant?.definition },
    passDeadline: (ticket) => ports.duty(ticket),
  });
  const ofAws = { sfn: machine.sfn, stateMachineArn: MACHINE };
  const carrier = new CheckedCarrier(checks, () => clock.now());
  const requests = new CheckedRequests(house, checks);
  const honest: SimulatedPorts = {
    ...world,
    ...{ requests, caseFiles: new MemoryCaseFiles(house, requests), sms: carrier, mail: carrier },
    workflow: new StepFunctionsWorkflow(waitTable.asCityTable(), ofAws, () => {}),
    waits: new StepFunctionsWaits(waitTable.asCityTable(), ofAws),
    ...{ dutyRequests: new CheckedRequests(house, checks, { isDuty: true }), dutyClock: clock },
    duty: (ticket) =>
      passDeadline(ticket, { requests: ports.dutyRequests, directory: world.directory, clock: ports.dutyClock }),
  };
  const ports: SimulatedPorts = plant
    ? { ...honest, ...plant.instead?.(honest, { house, waitTable, sfn: machine.sfn, stateMachineArn: MACHINE }) }
    : honest;
  const underWay = new ActsUnderWay();

  return {
    ...{ house, clock, machine, checks, ports, underWay, happened, ahead },
    /** Lets somebody act, with the fault that is planned for it. A clock may be a second off. */
    act: <Value>(
      plan: Plan | undefined,
      { request, skewSeconds = 0 }: { request?: string | undefined; skewSeconds?: number },
      act: (needs: SimulatedPorts) => Promise<Value>,
    ): Promise<Ended<Value>> => {
      if (skewSeconds !== 0) tally.faults['clock-skew'] += 1;
      const skewed = { now: () => plusSeconds(clock.now(), skewSeconds) };
      const needs = skewSeconds === 0 ? ports : { ...ports, clock: skewed };
      return underWay.run(needs, plan, { happened: (fault) => happened(fault, request), act });
    },
    /** Their execution waits where they stand; one that was killed while it waited is missed only when they are due. */
    isInStep: ({ city, id, status, until }: Request): boolean => {
      const wait = house.cases.get(`${city}/${id}`)?.wait;
      if (status === 'closed') return true;
      const arrived = wait?.taskToken !== undefined && wait.tokenVersion === wait.version;
      const isMissedInTime = checks.timers.isTroubled(id) && wait?.expectedBy === until;
      return arrived && (isMissedInTime || machine.isRunning(executionName(id, wait.run)));
    },
  };
};
