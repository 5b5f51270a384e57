import { submitRequest } from '../../contract/citizen/submission.ts';
import type { RequestView } from '../../contract/request-view.ts';
import { ask } from '../api-client.ts';
import type { Actor, Life, Scene } from './life.ts';
import type { OfficeDays } from './office-days.ts';
import type { Person } from './person.ts';

type SceneParts = {
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

/** Sets the stage: from here on the life acts through the API alone. */
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
    request: () => request,
    isAbout: ({ id }) => {
      request = id;
    },
    staff: (role, of = unit) => actor(() => parts.staffToken(role === 'coordinator' ? role : `${role}.${of}`)),
  };
};
