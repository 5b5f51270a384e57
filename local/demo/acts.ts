import { setTimeout } from 'node:timers/promises';
import type { UploadedDocument } from '../../contract/citizen/documents.ts';
import { listFreeSlots } from '../../contract/citizen/turns.ts';
import type { BodyOf } from '../../contract/operation.ts';
import type { RequestView } from '../../contract/request-view.ts';
import { startScan } from '../../contract/staff/outcome.ts';
import { keepScan, redactScan, showScan } from '../../contract/staff/scan.ts';
import { listSessions, planSession, showSession } from '../../contract/staff/session.ts';
import { acceptRequest } from '../../contract/staff/triage.ts';
import { recordAttendance } from '../../contract/staff/turn.ts';
import type { Instant } from '../../domain/time.ts';
import type { Scene } from './life.ts';

export type Turn = RequestView['appointment'];

/** The beginning that most lives share: submitted, looked at on the next working day, and accepted. */
export async function* isAccepted({ citizen, staff, days }: Scene): AsyncGenerator<Instant, void, void> {
  await citizen.submits();
  yield days.morning(1);
  await staff('expert').on(acceptRequest, {});
}

/** The secretary opens a morning of turns, in so many working days or soon after. */
export const plansSession = async ({ life, staff, days, unit }: Scene, inWorkingDays: number): Promise<void> => {
  const on = days.meetingDay(inWorkingDays);
  const session = { venue: `${unit}-office`, mode: 'in-person', on, from: '10:00', to: '12:00' } as const;
  await staff('secretary').ask(planSession, { params: { official: life.official }, body: session });
};

/** The turns that the secretary could give or offer now, soonest first. */
export const openTurns = async ({ life, staff }: Scene): Promise<string[]> => {
  const secretary = staff('secretary');
  const { items } = await secretary.ask(listSessions, { params: { official: life.official } });
  const sessions = await Promise.all(items.map(({ id }) => secretary.ask(showSession, { params: { session: id } })));
  const open = sessions
    .flatMap(({ slots }) => slots)
    .filter(({ state, kind }) => state === 'free' && kind === 'regular');
  return open.map(({ id }) => id);
};

/** The turns to which the citizen could move now, soonest first. */
export const freeTurns = async ({ citizen }: Scene): Promise<string[]> => {
  const { sessions } = await citizen.on(listFreeSlots);
  return sessions.flatMap(({ slots }) => slots.map(({ id }) => id));
};

/** The turn comes, the applicant is there, and the talk takes its time. */
export async function* meets({ staff, days }: Scene, turn: Turn): AsyncGenerator<Instant, void, void> {
  if (!turn) throw new Error('There is no turn to meet in');
  yield turn.startsAt;
  await staff('secretary').on(recordAttendance, { attendance: 'arrived' });
  yield days.later(25);
}

/** Uploads a picture as the console does: announced to the API, then posted to the bucket with the form it gave. */
export const uploads = async ({ staff }: Scene, name: string, png: Buffer<ArrayBuffer>): Promise<UploadedDocument> => {
  const file = { name, type: 'image/png', size: png.length } as const;
  const { id, url, fields } = await staff('secretary').ask(startScan, { body: file });
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([png], { type: file.type }), name);
  const posted = await fetch(url, { method: 'POST', body: form });
  if (!posted.ok) throw new Error(`The bucket has refused ${name} (${posted.status}): ${await posted.text()}`);
  return { id, ...file };
};

const A_MOMENT_MS = 100;
const MOST_LOOKS = 600;

/** Names a scan to the case, blacks parts of it out, and waits until its pages are as the citizen may see them. */
export const showsPages = async (
  { staff }: Scene,
  scan: UploadedDocument,
  blackouts: BodyOf<typeof redactScan>['blackouts'],
): Promise<void> => {
  const secretary = staff('secretary');
  const params = { document: scan.id };
  await secretary.on(keepScan, scan);
  await isShown(secretary, params);
  await secretary.ask(redactScan, { params, body: { edition: 1, blackouts } });
  await isShown(secretary, params);
};

/** Pages are made in real time, whatever the office's clock says. */
const isShown = async (secretary: ReturnType<Scene['staff']>, params: { document: string }): Promise<void> => {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const scan = await secretary.ask(showScan, { params });
    if (scan.isShown) return;
    if (scan.state === 'refused') throw new Error(`The scan was refused: ${scan.says}`);
    await setTimeout(A_MOMENT_MS);
  }
  throw new Error('The pages of the scan were not made');
};
