import type { PortCall } from './calls.ts';

const OFFICE = 'It keeps accounts and the directory of the city; no request waits for it.';
const PAPER = 'Pictures and documents are made and kept beside a request, by jobs with retries and tests of their own.';
const COMMITTEE = 'A committee decides by the acts that are here; its own papers are another life.';
const MORNING = 'What the staff are told in the morning changes no request.';
const LISTS = 'It is read for a page of the console, and nothing is decided on it.';
const LEDGER = 'Whoever checks the ledger reads it; lines come about by `next` and `append` alone.';
const SIGN_IN = 'Who somebody is, is proven before a request is touched.';
const DRAWS = 'It takes a queue of many; draws are tested with theirs.';
const BACK = 'It is met on the way back from a race that was lost, in the cells where somebody else was faster.';
const OTHERS = 'It takes two requests, or a session that is moved with everybody in it.';
const WORD = 'It is written where a letter cannot be delivered: what a gateway refuses is no fault of a call.';

/** Calls of ports that no cell reaches, and why that may be so. */
export const BEYOND: Partial<Record<PortCall, string>> = {
  'accounts.open': OFFICE,
  'accounts.close': OFFICE,
  'anchors.note': LEDGER,
  'anchors.list': LEDGER,
  'callTasks.add': WORD,
  'callTasks.list': LISTS,
  'callTasks.find': WORD,
  'callTasks.settle': WORD,
  'caseFiles.correctParties':
    'A correction of names writes under the version of the request, as every decision here does.',
  'caseFiles.addDocument': PAPER,
  'committees.find': COMMITTEE,
  'committees.list': COMMITTEE,
  'committees.unclosed': COMMITTEE,
  'committees.add': COMMITTEE,
  'committees.open': COMMITTEE,
  'committees.decide': COMMITTEE,
  'committees.close': COMMITTEE,
  'darkroom.develop': PAPER,
  'digests.toldUnits': MORNING,
  'digests.noteTold': MORNING,
  'digests.add': MORNING,
  'digests.of': MORNING,
  'digests.due': MORNING,
  'digests.claim': MORNING,
  'digests.settle': MORNING,
  'directory.user': SIGN_IN,
  'directory.partner': SIGN_IN,
  'directory.partners': OFFICE,
  'directory.load': OFFICE,
  'documents.arrived': PAPER,
  'earlierWishes.has': LISTS,
  'earlierWishes.save': OTHERS,
  'jobs.find': LISTS,
  'ledger.head': LEDGER,
  'ledger.latest': LEDGER,
  'ledger.list': LEDGER,
  'letters.gathered': MORNING,
  'malwareCheck.verdict': PAPER,
  'marks.has': OFFICE,
  'marks.set': OFFICE,
  'pictures.original': PAPER,
  'pictures.read': PAPER,
  'pictures.write': PAPER,
  'pictures.dropBefore': PAPER,
  'proofs.open': SIGN_IN,
  'proofs.redeem': SIGN_IN,
  'queues.lookAgain': DRAWS,
  'queues.draws': DRAWS,
  'queues.saveDraws': DRAWS,
  'requests.replaceBoth': OTHERS,
  'requests.promisesOf': LISTS,
  'scans.add': PAPER,
  'scans.find': PAPER,
  'scans.due': PAPER,
  'scans.save': PAPER,
  'search.find': LISTS,
  'sessions.attendedBy': OTHERS,
  'sessions.rearrange': OTHERS,
  'slots.release': BACK,
  'slots.open': DRAWS,
  'slots.shift': OTHERS,
};
