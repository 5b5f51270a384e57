import type { Problem } from '../../contract/problem.ts';
import { registerRequest } from '../../contract/staff/registration.ts';
import { call } from '../api-client.ts';
import type { Office } from './office.ts';
import { ImportError } from './paper-row.ts';
import type { Registration, Rejected } from './registration-of.ts';

export type Registered = 'registered' | 'known' | Rejected;

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
const ATTEMPTS = 10;

/** The system is busy, stumbled, or two calls met: the same call may do better in a moment. */
const MAY_PASS = [409, 429, 500, 502, 503, 504];

/** Words for the field problems that a backlog is full of; any other is told by its path. */
const REASONS: Readonly<Record<string, string>> = {
  'receivedOn.on in-the-future': 'date-in-the-future',
  'official unknown': 'official-unknown',
  'applicant.name too-long': 'applicant-too-long',
  'text too-long': 'text-too-long',
};

type Row = { readonly body: Registration; readonly key: string; readonly isNewPost: boolean };

/**
 * Registers one row, waiting longer and longer while the system is busy or away. A refusal of this row is its answer; what would
 * refuse every row (no sign-in, no right, a system that stays away) is thrown as `ImportError`.
 */
export const registerRow = async (office: Office, row: Row): Promise<Registered> => {
  for (let attempt = 1; ; attempt += 1) {
    const answered = await registerOnce(office, row);
    if (answered?.agreed) return answered.body.created ? 'registered' : 'known';
    const { status, body: problem } = answered ?? AWAY;
    if (status === 401 || status === 403) throw new ImportError(`Registering was refused: ${problem.title}`);
    const reason = reasonOf(problem);
    const mayPass = MAY_PASS.includes(status) || (row.isNewPost && reason === 'official-unknown');
    if (!mayPass) return { reason };
    if (attempt === ATTEMPTS) return lastWord(status, reason);
    await pause(attempt);
  }
};

/** How a system looks that does not answer at all, as a gateway would put it. */
const AWAY = { status: 503, body: { type: 'fault', title: 'The system does not answer', status: 503 } };

/** Undefined if nobody answers: fetch tells that by a TypeError. */
const registerOnce = async ({ url, city, registrarToken }: Office, { body, key }: Row) => {
  const token = await registrarToken();
  return call(registerRequest, { url, city, body, idempotencyKey: key, token }).catch((error: unknown) => {
    if (error instanceof TypeError) return undefined;
    throw error;
  });
};

const lastWord = (status: number, reason: string): Rejected => {
  if (status !== 429 && status !== 503) return { reason };
  throw new ImportError(
    'The system is too busy or away. What was registered stays; run the same command again to go on.',
  );
};

const reasonOf = ({ type, fields = [] }: Problem): string => {
  const [first] = fields;
  return first ? (REASONS[`${first.path} ${first.problem}`] ?? `${first.path} ${first.problem}`) : type;
};

/** Each lane waits for a time of its own, so that they do not all come back at once. */
const pause = (attempt: number): Promise<void> => {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
};
