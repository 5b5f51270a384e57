import type { APIGatewayProxyEventV2, Context as LambdaContext } from 'aws-lambda';
import type { Operation } from '../../../contract/operation.ts';
import type { Change, Context } from '../../../domain/change.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { CitizenSession } from '../../../domain/ports/keys.ts';
import type { Request } from '../../../domain/request.ts';
import { planSession } from '../../../domain/session.ts';
import type { Slot } from '../../../domain/slot.ts';
import { plusMinutes } from '../../../domain/time.ts';
import { citizenAnswers } from '../../../functions/citizen/answers.ts';
import { serveAll } from '../../../functions/http/serve.ts';
import { partnerAnswers } from '../../../functions/partner/answers.ts';
import { agreed, createWorld } from '../../support/world.ts';

export type Reply = { readonly status: number; readonly body: Record<string, unknown> };
export type Told = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly language?: string;
  readonly token?: string | undefined;
  readonly client?: string;
  readonly city?: string;
};
export type CitizenWorld = Awaited<ReturnType<typeof createCitizenWorld>>;

const MOBILE = '+447700900123';
export const OFFICIAL = 'harbour-alderman';

/** A world with the citizens' and the partners' API in front of it, called as API Gateway calls them. */
export const createCitizenWorld = async (options: Parameters<typeof createWorld>[0] = {}) => {
  const world = await createWorld(options);
  const handlers = { citizen: serveAll(citizenAnswers, world), partner: serveAll(partnerAnswers, world) };

  const call = async (operation: Operation, told: Told = {}): Promise<Reply> => {
    const event = eventOf(operation, { city: world.city, ...told });
    const handler = operation.caller === 'partner' ? handlers.partner : handlers.citizen;
    const result = await handler(event, {} as LambdaContext);
    return { status: result.statusCode ?? 0, body: JSON.parse(result.body ?? '{}') };
  };

  /** The session of somebody who has proven a contact, or holds a link. */
  const sessionOf = (contact: string = MOBILE): Promise<string> =>
    sign({ proof: 'contact', key: world.keys.hash(world.city, 'contact', contact) });
  const sign = (session: Omit<CitizenSession, 'expiresAt'>): Promise<string> =>
    world.keys.signSession(world.city, { ...session, expiresAt: plusMinutes(world.clock.now(), 60) });

  /** A public-meeting day of the official next Monday, ten turns that citizens may take and two or three kept. */
  const planMonday = async (on = '2026-06-15'): Promise<Slot[]> => {
    const plan = {
      id: `${OFFICIAL}-${on}`,
      official: OFFICIAL,
      venue: 'harbour-office',
      mode: 'in-person' as const,
      on,
    };
    const planned = agreed(planSession({ ...plan, from: '09:00', to: '11:00' }, [], world.context()));
    agreed(await world.sessions.add(planned.session, planned.slots));
    return planned.slots;
  };

  /** Takes a decision as the staff would, past the API. */
  const take = async (id: string, rule: (request: Request, context: Context) => Outcome<Change>): Promise<Request> => {
    const request = await world.requests.find(world.city, id);
    if (!request) throw new Error(`No request ${id}`);
    const change = agreed(rule(request, world.context({ actor: 'staff', username: 'secretary.harbour' })));
    return agreed(await world.requests.replace(change));
  };

  /** A request of the holder of `MOBILE`, written past the API. */
  const submitted = (): Promise<Request> => world.submitRequest({ official: OFFICIAL, topic: 'transport' });

  return { ...world, handlers, call, sign, sessionOf, planMonday, take, submitted };
};

/** A call as API Gateway hands it over. */
export const eventOf = (operation: Operation, told: Told & { readonly city: string }): APIGatewayProxyEventV2 => {
  const { params = {}, query, body, key, language = 'en', token, client, city } = told;
  const path = Object.entries({ city, ...params }).reduce(
    (sofar, [name, value]) => sofar.replace(`{${name}}`, value),
    operation.path as string,
  );
  return {
    version: '2.0',
    rawPath: path,
    headers: {
      'accept-language': language,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(query && { queryStringParameters: query }),
    requestContext: {
      http: { method: operation.method, path, sourceIp: '203.0.113.7' },
      ...(client && { authorizer: { jwt: { claims: { client_id: client } } } }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2;
};

/** A submission in which everything is right. */
export const SUBMISSION = {
  official: OFFICIAL,
  topic: 'transport',
  text: 'The street lamp at Pier 2 has been dark for weeks.',
  applicant: { kind: 'person', name: 'Applicant One', identity: { kind: 'resident-card', value: 'EM 000 001' } },
  contact: { kind: 'mobile', value: '07700 900123' },
};
