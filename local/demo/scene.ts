import { submitRequest } from '../../contract/citizen/submission.ts';
import type { Operation, ReplyOf } from '../../contract/operation.ts';
import type { RequestView } from '../../contract/request-view.ts';
import { type Asked, ask } from '../api-client.ts';
import type { Life } from './life.ts';
import type { OfficeDays } from './office-days.ts';
import type { Person } from './person.ts';

/** Somebody who may ask things of the system, proven anew whenever the last proof has ended. */
export type Actor = {
  ask<Op extends Operation>(operation: Op, asked?: Part<Op>): Promise<ReplyOf<Op>>;
  /** An act on this life's request. */
  on<Op extends Operation>(operation: Op, body?: Part<Op>['body'], params?: Part<Op>['params']): Promise<ReplyOf<Op>>;
};
type Part<Op extends Operation> = Omit<Asked<Op>, 'url' | 'city' | 'token' | 'language'>;

/** The stage of one life: the citizen, the staff of the unit that is asked (or of another), and the calendar. */
export type Scene = {
  readonly life: Life;
  readonly unit: string;
  readonly person: Person;
  readonly citizen: Actor & { submits(): Promise<RequestView> };
  readonly staff: (role: StaffRole, unit?: string) => Actor;
  readonly days: OfficeDays;
};
export type StaffRole = 'expert' | 'secretary' | 'owner' | 'manager' | 'coordinator';

export type SceneParts = {
  readonly url: string;
  readonly life: Life;
  readonly unit: string;
  readonly person: Person;
  readonly days: OfficeDays;
  /** The key of everything in this life that must be done once. */
  readonly key: string;
  readonly citizenToken: () => Promise<string>;
  readonly staffToken: (username: string) => Promise<string>;
};

export const openScene = (parts: SceneParts): Scene => {
  const { url, life, unit, person, days, key } = parts;
  let request: string | undefined;
  let acts = 0;

  const actor = (token: () => Promise<string>): Actor => {
    const asking: Actor['ask'] = async (operation, asked) => {
      acts += 1;
      const idempotencyKey = `${key}-${acts}`;
      const common = { url, city: life.city, language: person.language, token: await token(), idempotencyKey };
      return ask(operation, { ...common, ...asked });
    };
    return {
      ask: asking,
      on: (operation, body, params) => {
        if (request === undefined) throw new Error(`${life.id} has no request yet`);
        return asking(operation, { params: { id: request, ...params }, ...(body !== undefined && { body }) });
      },
    };
  };

  const citizen = actor(parts.citizenToken);
  const submits = async (): Promise<RequestView> => {
    const { official, topic, text, wanted } = life;
    const { name, identity, language } = person;
    const applicant = { kind: 'person', name, identity, language } as const;
    const contact = { kind: 'mobile', value: person.mobile } as const;
    const body = { official, topic, text, wanted, applicant, contact };
    const submitted = await citizen.ask(submitRequest, { body });
    request = submitted.request.id;
    return submitted.request;
  };

  return {
    life,
    unit,
    person,
    days,
    citizen: { ...citizen, submits },
    staff: (role, of = unit) => actor(() => parts.staffToken(role === 'coordinator' ? role : `${role}.${of}`)),
  };
};
