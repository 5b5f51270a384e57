import type * as z from 'zod/mini';
import { viewOrders } from '../../contract/citizen/orders.ts';
import { findMyRequest, myRequests } from '../../contract/citizen/requests.ts';
import type { EventView, OrderView, RequestView } from '../../contract/request-view.ts';
import { type PartyView, showCase } from '../../contract/staff/case.ts';
import { executionName } from '../../domain/ticket.ts';
import type { Engine } from '../asl/engine.ts';
import type { System } from '../system.ts';
import type { Scene } from './life.ts';
import { messagesTo } from './sign-ins.ts';

/** One life as the system itself tells of it. */
export type Told = {
  readonly request: z.infer<typeof RequestView>;
  readonly applicant: z.infer<typeof PartyView>;
  readonly orders: readonly z.infer<typeof OrderView>[];
  readonly events: readonly z.infer<typeof EventView>[];
  readonly letters: readonly { readonly template: string; readonly result: string }[];
  /** Pictures of what the official wrote, opened. */
  readonly scans: readonly { readonly type: string; readonly bytes: number }[];
  /** How many texts have reached the citizen's mobile. */
  readonly messages: number;
  readonly executions: readonly { readonly name: string; readonly status: string; readonly transitions: number }[];
};

/**
 * Reads a life through the API, as its citizen and as the staff.
 *
 * @param executions noted when the story was over: the engine, as AWS does, forgets them after 90 days
 */
export const readBack = async (
  { citizen, staff, person }: Scene,
  system: System,
  executions: Told['executions'],
): Promise<Told> => {
  const newest = (await citizen.ask(myRequests)).requests[0];
  if (!newest) throw new Error('The citizen has no request');
  const request = await citizen.ask(findMyRequest, { query: { code: newest.code } });
  const params = { id: request.id };
  const { orders, outcomes } = await citizen.ask(viewOrders, { params });
  const { timeline, letters, parties } = await staff('secretary').ask(showCase, { params });
  const applicant = parties.find(({ role }) => role === 'applicant');
  if (!applicant) throw new Error('The case has no applicant');
  return {
    request,
    applicant,
    orders,
    events: timeline,
    letters: letters.map(({ template, result }) => ({ template, result })),
    scans: await Promise.all(outcomes.flatMap(({ scan }) => (scan?.scan.pages ?? []).map(({ url }) => open(url)))),
    messages: (await messagesTo(system, person.mobile)).length,
    executions,
  };
};

const open = async (url: string) => {
  const reply = await fetch(url);
  return { type: reply.headers.get('content-type') ?? '', bytes: (await reply.arrayBuffer()).byteLength };
};

/** The executions of a request, with the transitions that AWS would bill. */
export const executionsOf = (request: string, engine: Engine): Told['executions'] =>
  engine
    .machines()
    .flatMap(({ arn }) => engine.executions({ machineArn: arn, limit: Number.MAX_SAFE_INTEGER }))
    .filter(({ name }) => name.startsWith(executionName(request, '')))
    .map(({ arn, name, status }) => ({ name, status, transitions: transitionsIn(engine, arn) }));

/** As AWS bills them: every state entered, and every retry of a task. */
const transitionsIn = (engine: Engine, arn: string): number => {
  const count = (pattern: RegExp) => engine.history(arn).filter(({ type }) => pattern.test(type)).length;
  const retries = count(/^(Task|LambdaFunction)Scheduled$/) - count(/^TaskStateEntered$/);
  return count(/StateEntered$/) + retries;
};
