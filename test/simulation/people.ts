import type { Operation } from '../../contract/operation.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { CitizenSession } from '../../domain/ports/keys.ts';
import { plusMinutes } from '../../domain/time.ts';
import type { User } from '../../domain/user.ts';
import { citizenAnswers } from '../../functions/citizen/answers.ts';
import { staffAnswers } from '../../functions/staff/answers.ts';
import type { Wanted } from './act-makers.ts';
import { CITY } from './city.ts';
import type { SimulatedPorts } from './ports.ts';

type Served = {
  readonly operation: Operation;
  readonly answer: (call: never, needs: SimulatedPorts) => Promise<Outcome<unknown>>;
};

const ALL: readonly Served[] = [...citizenAnswers, ...staffAnswers] as readonly Served[];
const BY_NAME = new Map(ALL.map((served) => [`${served.operation.caller} ${served.operation.name}`, served]));

/** Two lives after another are one person's, who asks for two officials. */
const personOf = (life: number): number => Math.floor(life / 2);
export const twinOf = (life: number): number => (life % 2 === 0 ? life + 1 : life - 1);
const mobileOf = (person: number): string => `+4477009${String(person).padStart(5, '0')}`;

/** Calls the deployed answer of an operation past HTTP, with the call as `serve` would have parsed it. */
export const call = async (
  { operation, caller, params = {}, body }: Wanted,
  { id, life, key }: { readonly id?: string | undefined; readonly life: number; readonly key: string },
  needs: SimulatedPorts,
): Promise<Outcome<unknown>> => {
  const served = BY_NAME.get(`${caller === 'citizen' ? 'citizen' : 'staff'} ${operation}`);
  if (!served) throw new Error(`There is no operation ${operation}`);
  const office = needs.directory.dataOf(CITY);
  const asked = {
    ...{ city: CITY, office, query: {}, language: 'en', idempotencyKey: key, network: '203.0.113.7' },
    ...{ params: { id, ...params }, body, caller: caller === 'citizen' ? sessionOf(life, needs) : caller },
  };
  return served.answer(asked as never, needs);
};

const sessionOf = (life: number, { keys, clock }: SimulatedPorts): CitizenSession => ({
  proof: 'contact',
  key: keys.hash(CITY, 'contact', mobileOf(personOf(life))),
  expiresAt: plusMinutes(clock.now(), 60),
});

/** What the citizen of a life asks for first. Few officials, so that many want the same turns. */
export const submission = (life: number): Wanted => ({
  operation: 'submit-request',
  caller: 'citizen',
  body: {
    official: OFFICIALS[life % OFFICIALS.length],
    topic: 'other',
    text: 'The street lamp has been dark for weeks.',
    applicant: {
      kind: 'person',
      name: `Citizen ${life}`,
      identity: { kind: 'resident-card', value: `EM${String(personOf(life)).padStart(6, '0')}` },
    },
    contact: { kind: 'mobile', value: mobileOf(personOf(life)) },
  },
});
const OFFICIALS = ['harbour-alderman', 'old-town-alderman'];

/** Somebody who holds a role in a unit, or anywhere. */
export const holder = (users: readonly User[], role: string, unit?: string): User => {
  const found = users.find((user) =>
    user.roles.some((held) => held.role === role && (unit === undefined || held.unit === unit)),
  );
  if (!found) throw new Error(`Nobody is ${role} of ${unit}`);
  return found;
};
