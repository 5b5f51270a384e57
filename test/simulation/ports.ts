import type { Carrier } from '../../domain/ports/carriers.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Slots } from '../../domain/ports/sessions.ts';
import type { Waits, Workflow } from '../../domain/ports/workflow.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { createWorld } from '../support/world.ts';

type World = Awaited<ReturnType<typeof createWorld>>;
/** The ports of everybody in the office, and the duty that the machine calls. */
export type SimulatedPorts = Omit<World, 'clock' | 'requests' | 'slots' | 'workflow' | 'waits' | 'sms' | 'mail'> & {
  readonly clock: Clock;
  readonly requests: Requests;
  readonly slots: Slots;
  readonly workflow: Workflow;
  readonly waits: Waits;
  readonly sms: Carrier;
  readonly mail: Carrier;
  readonly dutyRequests: Requests;
  readonly dutyClock: Clock;
  readonly duty: (ticket: Ticket) => Promise<Ticket>;
};
