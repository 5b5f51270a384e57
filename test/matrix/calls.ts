import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Anchors } from '../../domain/ports/anchors.ts';
import type { CallTasks } from '../../domain/ports/call-tasks.ts';
import type { Carrier, Wording } from '../../domain/ports/carriers.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Committees } from '../../domain/ports/committees.ts';
import type { Darkroom } from '../../domain/ports/darkroom.ts';
import type { Digests } from '../../domain/ports/digests.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { EarlierWishes } from '../../domain/ports/earlier-wishes.ts';
import type { Foresight } from '../../domain/ports/foresight.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Letters } from '../../domain/ports/letters.ts';
import type { MalwareCheck } from '../../domain/ports/malware-check.ts';
import type { Marks } from '../../domain/ports/marks.ts';
import type { PageMaker } from '../../domain/ports/page-maker.ts';
import type { Pictures } from '../../domain/ports/pictures.ts';
import type { Proofs } from '../../domain/ports/proofs.ts';
import type { Queues } from '../../domain/ports/queues.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Scans } from '../../domain/ports/scans.ts';
import type { Search } from '../../domain/ports/search.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import type { Waits, Workflow } from '../../domain/ports/workflow.ts';

/** Every port of `domain/ports/`, under the name by which the answers know it. */
type Ports = {
  readonly accounts: Accounts;
  readonly anchors: Anchors;
  readonly callTasks: CallTasks;
  readonly caseFiles: CaseFiles;
  readonly clock: Clock;
  readonly committees: Committees;
  readonly darkroom: Darkroom;
  readonly digests: Digests;
  readonly directory: Directory;
  readonly documents: Documents;
  readonly earlierWishes: EarlierWishes;
  readonly foresight: Foresight;
  readonly jobs: Jobs;
  readonly keys: Keys;
  readonly ledger: Ledger;
  readonly letters: Letters;
  readonly mail: Carrier;
  readonly malwareCheck: MalwareCheck;
  readonly marks: Marks;
  readonly pageMaker: PageMaker;
  readonly pictures: Pictures;
  readonly proofs: Proofs;
  readonly queues: Queues;
  readonly requests: Requests;
  readonly scans: Scans;
  readonly search: Search;
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly sms: Carrier;
  readonly visits: Visits;
  readonly waits: Waits;
  readonly wording: Wording;
  readonly workflow: Workflow;
};

/**
 * What kind of call a method makes: a `write` is done whatever stands there, a `conditional` one is refused by its condition,
 * `sending` leaves the house and cannot be taken back; `composed` of calls that are sites of their own; `here` reaches nobody.
 */
type Kind = 'read' | 'write' | 'conditional' | 'sending' | 'composed' | 'here';

/** Every method of every port. A new one that is not listed here does not compile. */
export const CALLS = {
  accounts: { open: 'write', close: 'write' },
  anchors: { note: 'conditional', list: 'read' },
  callTasks: { add: 'write', list: 'read', find: 'read', settle: 'conditional' },
  caseFiles: { read: 'read', correctParties: 'conditional', addDocument: 'write', noteLook: 'write', looks: 'read' },
  clock: { now: 'here' },
  committees: {
    ...{ find: 'read', list: 'read', unclosed: 'read' },
    ...{ add: 'conditional', open: 'conditional', decide: 'conditional', close: 'conditional' },
  },
  darkroom: { develop: 'write' },
  digests: {
    ...{ toldUnits: 'read', noteTold: 'write', add: 'write', of: 'read', due: 'read' },
    ...{ claim: 'conditional', settle: 'write' },
  },
  directory: {
    ...{ cities: 'read', office: 'read', user: 'read', partner: 'read', partners: 'read' },
    ...{ put: 'conditional', load: 'write' },
  },
  documents: { upload: 'here', arrived: 'read', original: 'here', picture: 'here' },
  earlierWishes: { add: 'write', has: 'read', of: 'read', save: 'conditional', remove: 'write' },
  foresight: { deciding: 'composed' },
  jobs: { add: 'write', find: 'read', due: 'read', save: 'conditional' },
  keys: { requestId: 'here', hash: 'here', secret: 'here', signSession: 'here', readSession: 'here' },
  ledger: {
    ...{ posts: 'read', countUnchained: 'read', next: 'read', append: 'conditional' },
    ...{ head: 'read', latest: 'read', list: 'read' },
  },
  letters: { due: 'read', gathered: 'read', claim: 'conditional', settle: 'write', of: 'read' },
  mail: { send: 'sending' },
  malwareCheck: { verdict: 'read' },
  marks: { has: 'read', set: 'write' },
  pageMaker: { read: 'here', show: 'here' },
  pictures: { original: 'read', read: 'read', write: 'write', dropBefore: 'write' },
  proofs: { open: 'conditional', redeem: 'conditional' },
  queues: { due: 'read', lookAgain: 'write', done: 'write', draws: 'read', saveDraws: 'conditional' },
  requests: {
    ...{ find: 'read', add: 'conditional', replace: 'conditional', replaceBoth: 'conditional', idOf: 'read' },
    ...{ count: 'read', line: 'read', list: 'read', withOverdueOrders: 'read', ordersOf: 'read', promisesOf: 'read' },
  },
  scans: { add: 'write', find: 'read', several: 'read', due: 'read', save: 'conditional' },
  search: { find: 'read' },
  sessions: {
    ...{ find: 'read', list: 'read', onDay: 'read', attendedBy: 'read' },
    ...{ add: 'conditional', replace: 'write', rearrange: 'conditional' },
  },
  slots: {
    ...{ find: 'read', of: 'read', hold: 'conditional', release: 'write' },
    ...{ close: 'conditional', open: 'write', shift: 'write' },
  },
  sms: { send: 'sending' },
  visits: { ofDay: 'read', save: 'conditional' },
  waits: { overdue: 'composed', claim: 'composed', postpone: 'composed', revive: 'composed' },
  wording: { write: 'here', gather: 'here' },
  workflow: { start: 'composed', wake: 'composed' },
} as const satisfies { [Name in keyof Ports]: { [Method in keyof Ports[Name]]: Kind } };

type Sites = { [Name in keyof Ports]: `${Name}.${keyof (typeof CALLS)[Name] & string}` }[keyof Ports];
/** A method of a port, as `requests.find`. */
export type PortCall = Sites;

/** What the composed calls are made of: the wait item, and Step Functions (`adapters/step-functions/`). */
export const NUDGES = {
  waitItems: { get: 'read', page: 'read', update: 'conditional' },
  sfn: { StartExecution: 'start', SendTaskSuccess: 'signal', SendTaskFailure: 'signal' },
} as const;

/** The machine's own calls, one for each task of its definition. */
type MachineKind = 'token' | 'look' | 'duty';
export type AnyKind = Kind | MachineKind | 'start' | 'signal';
