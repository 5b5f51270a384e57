import { StepFunctionsWaits } from '../../adapters/step-functions/step-functions-waits.ts';
import { StepFunctionsWorkflow } from '../../adapters/step-functions/step-functions-workflow.ts';
import type { Request } from '../../domain/request.ts';
import { executionName } from '../../domain/ticket.ts';
import { plusMinutes, plusSeconds, toMillis } from '../../domain/time.ts';
import { answer as passDeadline } from '../../functions/tasks/pass-deadline.ts';
import { CheckedCarrier, CheckedRequests } from '../simulation/checked-ports.ts';
import { Checks } from '../simulation/checks.ts';
import { CITY } from '../simulation/city.ts';
import type { SimulatedPorts } from '../simulation/ports.ts';
import { newTally } from '../simulation/tally.ts';
import { WaitTable } from '../simulation/wait-table.ts';
import { createWorld } from '../support/world.ts';
import { today } from './definitions.ts';
import { type Around, type AsProcess, MACHINE, Machine } from './machine.ts';
import { wired, wiredAll } from './wired.ts';

/** What the loss of an execution excuses: the sweeper's grace and turn, and the retries of the machine. */
const EXCUSE_MINUTES = 5;

export type Office = Awaited<ReturnType<typeof openOffice>>;

type Options = {
  readonly around?: Around;
  /** Whoever runs by themselves does so under a name: a scheduled function, the duty. */
  readonly asProcess?: AsProcess;
  /** How far the clock of the process that asks is off. */
  readonly skewSeconds?: () => number;
  readonly definition?: string;
};

/** One office in memory, joined as it is deployed: answers, tasks, schedules, wakes and a definition, on twins of the ports. */
export const openOffice = async ({
  around = (_, call) => call(),
  asProcess = (_, run) => run(),
  skewSeconds = () => 0,
  definition = JSON.stringify(today()),
}: Options = {}) => {
  const world = await createWorld({ city: CITY });
  const { house, clock } = world;
  const checks = new Checks(house, newTally().checks);
  const waits = new WaitTable(house, () => false);
  const skewed = { now: () => plusSeconds(clock.now(), skewSeconds()) };
  const engineClock = {
    now: () => toMillis(clock.now()),
    msUntil: (at: number) => Math.max(0, at - toMillis(clock.now())),
  };
  const machine: Machine = new Machine({
    ...{ clock: engineClock, waits, around, definition },
    passDeadline: (ticket) => ports.duty(ticket),
  });
  const ofAws = { sfn: machine.sfn, stateMachineArn: MACHINE };
  const waitItems = wired('waitItems', waits.asCityTable(), around);
  const carrier = () => new CheckedCarrier(checks, () => clock.now());
  const ports: SimulatedPorts = wiredAll(
    {
      ...world,
      ...{ requests: new CheckedRequests(house, checks), sms: carrier(), mail: carrier() },
      workflow: new StepFunctionsWorkflow(waitItems, ofAws, () => {}),
      waits: new StepFunctionsWaits(waitItems, ofAws),
      ...{ dutyRequests: new CheckedRequests(house, checks, { isDuty: true }), clock: skewed, dutyClock: skewed },
      duty: (ticket) =>
        asProcess('pass-deadline', () =>
          passDeadline(ticket, { requests: ports.dutyRequests, directory: ports.directory, clock: ports.dutyClock }),
        ),
    },
    around,
  );

  return {
    ...{ house, clock, machine, checks, ports, asProcess },
    /** Something was lost: all may be late for a while. */
    trouble: () => checks.troubleForAll(plusMinutes(clock.now(), EXCUSE_MINUTES)),
    /** Its execution waits where it stands; one that was lost while it waited is missed only when it is due. */
    isInStep: ({ city, id, status, until }: Request): boolean => {
      const wait = house.cases.get(`${city}/${id}`)?.wait;
      if (status === 'closed') return true;
      const arrived = wait?.taskToken !== undefined && wait.tokenVersion === wait.version;
      const isMissedInTime = checks.timers.isTroubled(id) && wait?.expectedBy === until;
      return arrived && (isMissedInTime || machine.isRunning(executionName(id, wait.run)));
    },
  };
};
