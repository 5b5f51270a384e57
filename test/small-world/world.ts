import type { Ticket } from '../../domain/ticket.ts';
import { meetingRequest } from '../../workflows/meeting-request.ts';
import type { ActName } from './acts.ts';
import { Definition } from './machine.ts';
import type { Client, Ports } from './ports.ts';
import type { Actor } from './state.ts';

/** A protection that is left out, to show that the search sees what it is for. */
export type Plant = {
  readonly says: string;
  /** Calls that are made otherwise than the deployed adapters make them. */
  readonly client?: (client: Client, does: Actor['does']) => Client;
  /** Ports that do otherwise. */
  readonly ports?: (ports: Ports) => Ports;
  readonly definition?: (text: string) => string;
  readonly duty?: (ticket: Ticket, ports: Ports) => Promise<Ticket>;
  readonly noSweeper?: true;
};

/** What may happen in a world, and how often; everything else follows from the code. */
export type Scenario = {
  readonly says: string;
  readonly citizens: 1 | 2;
  /** No act touches the turn: without it, there are fewer moments to wait for. */
  readonly turn?: 'none';
  /** Acts that are over when the search begins, each with all that it causes, for both requests in turn. */
  readonly before: readonly ActName[];
  /** How often each act may be begun, for each request. */
  readonly acts: Partial<Readonly<Record<ActName, number>>>;
  /** So many acts in all, for each request. */
  readonly decisions?: number;
  /** So many people are in the middle of something at once. */
  readonly atOnce: number;
  readonly crashes?: number;
  readonly kills?: number;
  readonly redeploys?: number;
  readonly sweepersAtOnce?: number;
  /** Without the machine, the duty may be called at any moment at which something is due: more than the machine would. */
  readonly withoutMachine?: true;
  /** The sweeper gives the last writer a minute; here it comes at once, which is more than it does. */
  readonly impatient?: true;
};

export type World = { readonly scenario: Scenario; readonly plant: Plant; readonly definitions: readonly Definition[] };

const PARTS = { tableName: 'city', passDeadlineArn: 'arn:aws:lambda:eu-west-1:111122223333:function:pass-deadline' };

/**
 * The definition before the redeployment: the last reminder was not in it yet. A run that it carries does not know the step,
 * and ends; the sweeper opens another on the new definition.
 */
const olderDefinition = (text: string): string => {
  const definition = JSON.parse(text);
  const { 'Last reminder': _, 'Remind again': __, ...States } = definition.States;
  States['Next step'].Choices = States['Next step'].Choices.filter(
    ({ Next }: { Next: string }) => Next !== 'Last reminder',
  );
  const older = JSON.stringify({ ...definition, States });
  return older
    .replaceAll('"Next":"Last reminder"', '"Next":"Meeting"')
    .replaceAll('{"S":"last-reminder"}', '{"S":"meeting"}');
};

export const worldOf = (scenario: Scenario, plant: Plant = { says: '' }): World => {
  const text = (plant.definition ?? ((same) => same))(JSON.stringify(meetingRequest(PARTS)));
  const read = (definition: string): Definition => Definition.parse(JSON.parse(definition));
  const isRedeployed = (scenario.redeploys ?? 0) > 0;
  return { scenario, plant, definitions: isRedeployed ? [read(olderDefinition(text)), read(text)] : [read(text)] };
};
