import type { Operation } from '../../../contract/operation.ts';
import { STAFF_OPERATIONS } from '../../../contract/staff/operations.ts';
import { planCommittee } from '../../../domain/committee.ts';
import { openJob } from '../../../domain/job.ts';
import { recordAttendance, recordOutcome } from '../../../domain/meeting.ts';
import type { CallTasks } from '../../../domain/ports/call-tasks.ts';
import type { Committees } from '../../../domain/ports/committees.ts';
import type { Directory } from '../../../domain/ports/directory.ts';
import type { Jobs } from '../../../domain/ports/jobs.ts';
import type { Scans } from '../../../domain/ports/scans.ts';
import type { Request } from '../../../domain/request.ts';
import { announce, readyWith, type Scan } from '../../../domain/scan.ts';
import type { Wish } from '../../../domain/submission.ts';
import { type LifeNeeds, take, toScheduled } from '../../support/lives.ts';

export type Telling = {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
};

export type OperationName = (typeof STAFF_OPERATIONS)[number]['name'];

const named = new Map<string, Operation>(STAFF_OPERATIONS.map((operation) => [operation.name, operation]));

export const operationNamed = (name: string): Operation => {
  const operation = named.get(name);
  if (!operation) throw new Error(`There is no operation ${name}`);
  return operation;
};

const both = (text: string) => ({ en: text, fa: text });

/** A scan of this case whose one page is ready. */
const scanOf = (city: string, request: string, at: string): Scan => {
  const file = { city, id: 'A'.repeat(22), name: 'scan.png', type: 'image/png', size: 1000 };
  return readyWith({ ...announce(file, at), request }, [{ width: 1414, height: 2000 }]);
};

type Calling = LifeNeeds & {
  readonly city: string;
  readonly callTasks: CallTasks;
  readonly jobs: Jobs;
  readonly committees: Committees;
  readonly directory: Directory;
  readonly scans: Scans;
  readonly submitRequest: (wish: Partial<Wish>) => Promise<Request>;
};

/** A well-formed call of every operation, about things of Harbour Ward: whoever may is let in, whatever the rule says then. */
export const tellings = async (world: Calling): Promise<Record<OperationName, Telling>> => {
  const official = 'harbour-alderman';
  const request = await world.submitRequest({ official });
  const ordered = await world.submitRequest({ official });
  const scheduled = await toScheduled(world, ordered, 1);
  const session = scheduled.appointment?.session ?? '';
  world.clock.moveTo(scheduled.appointment?.startsAt ?? '');
  await take(world, ordered, (read, context) => recordAttendance(read, 'arrived', context));
  const orders = [{ text: 'Repair the pier.', unit: 'harbour' }];
  await take(world, ordered, (read, context) => recordOutcome(read, { result: 'met', orders }, context));
  const task = `${request.id}.1.submitted`;
  await world.callTasks.add({
    ...{
      city: world.city,
      id: task,
      request: request.id,
      unit: 'harbour',
      about: 'submitted',
      facts: {},
      validWhile: {},
    },
    ...{ dueAt: world.clock.now(), why: 'no-contact' },
  });

  const { at, by, office } = world.context();
  const job = openJob({ city: world.city, id: 'JOB', unit: 'harbour', reason: 'Flood', by }, office, at);
  await world.jobs.add(job);

  const scan = scanOf(world.city, request.id, world.clock.now());
  await world.scans.add(scan);

  const weekly = { unit: 'harbour', on: '2026-06-30', from: '10:00', to: '11:00', everyWeeks: 1 };
  const planned = planCommittee({ ...weekly, id: 'COMMITTEE' }, world.context());
  if (!planned.agreed) throw new Error('The ward is open on that day');
  await world.committees.add(planned.value);
  const matter = { request: ordered.id, code: ordered.code, order: 1, unit: 'harbour', why: 'overdue' } as const;
  await world.committees.open({ ...planned.value, openedAt: world.clock.now(), version: 2 }, [
    { ...matter, number: 1, rung: 1, atTop: false, disputes: 0, carried: 0 },
  ]);
  const committee = { committee: 'COMMITTEE' };

  const params = { id: request.id };
  const text = 'A reason.';
  const desk = { pile: 'triage', of: 'harbour' };
  const slot = `${session}-02`;
  const order = { id: ordered.id, number: '1' };
  const day = { venue: 'harbour-office', mode: 'in-person', on: '2026-06-22', from: '10:00', to: '11:00' };
  const away = { from: '2026-07-06', to: '2026-07-08', kind: 'leave', standIn: 'hq-deputy' };
  const tuesdays = {
    ...{ weekdays: [2], everyWeeks: 1, from: '14:00', to: '15:00', venue: 'harbour-office', mode: 'in-person' },
    ...{ slotMinutes: 10, urgentSlots: 1, walkInSlots: 1, breaks: [], attendees: [], exceptions: [] },
    ...{ validFrom: '2026-06-01' },
  } as const;
  const fridays = { ...tuesdays, weekdays: [5] };
  const template = {
    ...tuesdays,
    mode: 'in-person' as const,
    weekdays: [2],
    breaks: [],
    attendees: [],
    exceptions: [],
  };
  await world.directory.put(world.city, 'template', { ...template, id: 'tuesdays', official });
  const year = { year: 2027, system: 'gregory', rows: [{ on: '2027-05-03', name: both('May Day') }] };
  return {
    'who-am-i': {},
    'list-desk': { params: desk, query: { limit: '5' } },
    'count-desk': { params: desk },
    'show-case': { params },
    'reveal-identity': { params, body: { party: 1, reason: text } },
    'find-cases': { body: { by: 'name', name: 'Applicant', limit: 5 } },
    'register-request': {
      body: {
        ...{ official, topic: 'other', channel: 'counter', text, applicant: { name: 'Applicant Two' } },
        companions: [{ name: 'Companion', contacts: [{ kind: 'mobile', value: '07700 900456' }] }],
        receivedOn: { on: '2026-05-01', precision: 'month' },
      },
    },
    'print-slip': { params, body: {} },
    'add-note': { params, body: { text: 'Call back on Monday' } },
    'ask-citizen': { params, body: { text } },
    'answer-request': { params, body: { text } },
    'accept-request': { params, body: { urgent: true, reason: 'urgent-need' } },
    'decline-request': { params, body: { reasonCode: 'other', text } },
    'refer-request': { params, body: { official: 'nobody', text } },
    'refer-out': { params, body: { unit: 'homes', text } },
    'list-office-days': {},
    'list-venues': {},
    'list-sessions': { params: { official } },
    'plan-session': { params: { official }, body: day },
    'change-session': { params: { session }, body: { mode: 'phone' } },
    'cancel-session': { params: { session }, body: {} },
    'show-session': { params: { session } },
    'publish-session': { params: { session }, body: {} },
    'propose-attendees': { params: { session } },
    'preview-session-change': { params: { session }, body: { from: '14:00' } },
    'list-absences': { params: { official } },
    'preview-absence': { params: { official }, body: away },
    'record-absence': { params: { official }, body: away },
    'list-session-templates': { params: { official } },
    'put-session-template': { params: { official, template: 'fridays' }, body: fridays },
    'end-session-template': { params: { official, template: 'tuesdays' }, body: { endsOn: '2026-09-01' } },
    'explain-turn': { params },
    'offer-slots': { params, body: { slots: [slot] } },
    'give-turn': { params, body: { slot } },
    'move-turn': { params, body: { slot } },
    'cancel-turn': { params, body: { text } },
    'record-attendance': { params, body: { attendance: 'arrived' } },
    'check-in': { body: { code: ordered.code } },
    'record-station': { params, body: { station: 'arrived' } },
    'undo-station': { params, body: {} },
    'show-meeting-day': { params: { session } },
    'give-walk-in': { params: { session }, body: { topic: 'other' } },
    'start-scan': { body: { name: 'scan.pdf', type: 'application/pdf', size: 1000 } },
    'keep-scan': { params, body: { id: 'B'.repeat(22), name: 'scan.png', type: 'image/png', size: 1000 } },
    'show-scan': { params: { document: scan.id } },
    'redact-scan': { params: { document: scan.id }, body: { edition: 1, blackouts: [] } },
    'transcribe-scan': { params: { document: scan.id }, body: { text } },
    'replace-scan': {
      params: { ...params, document: scan.id },
      body: { id: 'B'.repeat(22), name: 'scan.png', type: 'image/png', size: 1000 },
    },
    'cut-order': { params: order, body: {} },
    'record-outcome': { params, body: { result: 'met', comment: text, orders: [{ text, unit: 'homes' }] } },
    'list-orders': { params: { unit: 'harbour' } },
    'show-order': { params: order },
    'add-order': { params: { id: ordered.id }, body: { text, unit: 'homes', dueOn: '2026-09-01' } },
    'report-order-done': { params: order, body: { letterNumber: '7' } },
    'renew-order': { params: order, body: { dueOn: '2026-09-01', reason: text } },
    'show-agenda': { params: { session } },
    'list-my-digests': {},
    'plan-committee': { params: { unit: 'harbour' }, body: { on: '2026-07-06', from: '10:00', to: '11:00' } },
    'list-committees': { params: { unit: 'harbour' } },
    'show-committee': { params: committee },
    'open-committee': { params: committee, body: {} },
    'decide-matter': { params: { ...committee, number: '1' }, body: { kind: 'return', text } },
    'close-committee': { params: committee, body: { minutes: text } },
    'convert-request': { params, body: { official: 'nobody', reason: text } },
    'brief-request': { params },
    'brief-session': { params: { session } },
    'link-requests': { params, body: { kind: 'same-matter', to: ordered.id, reason: text } },
    'unlink-requests': { params: { ...params, other: ordered.id }, body: { reason: text } },
    'merge-requests': { params, body: { duplicate: ordered.id, reason: text } },
    'hand-over-order': { params: order, body: { unit: 'homes', reason: text } },
    'ask-about-order': { params: order, body: { text } },
    'bar-order': { params: order, body: { ground: text } },
    'record-citizen-act': { params, body: { act: 'ask', means: 'phone', text } },
    'correct-request': { params, body: { field: 'urgent', urgent: true, reason: text } },
    'list-call-tasks': { params: { unit: 'harbour' } },
    'settle-call-task': { params: { unit: 'harbour', task }, body: { result: 'told' } },
    'list-ledger': { params: { official } },
    'list-anchors': { params: { official } },
    'list-directory': { params: { kind: 'units' } },
    'put-unit': { params: { id: 'parks' }, body: { kind: 'organisation', parent: 'hq', name: both('Parks') } },
    'put-official': { params: { id: 'deputy' }, body: { unit: 'hq', title: both('Deputy'), allocation: 'draw' } },
    'put-topic': { params: { id: 'noise' }, body: { name: both('Noise') } },
    'put-venue': { params: { id: 'kiosk' }, body: { unit: 'hq', kind: 'park', name: both('Kiosk') } },
    'put-user': {
      params: { username: 'clerk9' },
      body: { displayName: 'Clerk 9', locale: 'en', roles: [{ role: 'clerk', unit: 'hq' }] },
    },
    'put-partner': { params: { clientId: 'line-9' }, body: { channel: 'street-line' } },
    'end-entry': { params: { kind: 'venues', id: 'quay-stop' }, body: { endsOn: '2030-01-01' } },
    'show-policies': { query: { unit: 'harbour' } },
    'put-policies': { body: { unit: 'harbour', overrides: { movesAllowed: 3 } } },
    'show-calendar': {},
    'put-calendar': {
      body: { unit: 'harbour', override: { closures: [{ on: '2026-06-30', reason: both('Flood') }] }, reason: text },
    },
    'preview-holidays': { body: year },
    'import-holidays': { body: { ...year, reason: text } },
    'preview-closure': { body: { unit: 'harbour', on: '2026-06-25', reason: both('Flood') } },
    'close-office': { body: { unit: 'harbour', on: '2026-06-25', reason: both('Flood') } },
    'plan-extra-session': { params: { official }, body: { ...day, on: '2026-06-29' } },
    'show-job': { params: { job: job.id } },
    'show-city-settings': {},
    'put-city': { body: { name: both('Eastmere') } },
    'load-city': { body: {} },
  };
};
