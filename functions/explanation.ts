import type * as z from 'zod/mini';
import type { ExplanationView } from '../contract/explanation-view.ts';
import { type Ahead, explain } from '../domain/explain-turn.ts';
import { maskedCode } from '../domain/ledger.ts';
import type { Office } from '../domain/office.ts';
import type { Ledger } from '../domain/ports/ledger.ts';
import type { Requests } from '../domain/ports/requests.ts';
import type { InLine } from '../domain/queue.ts';
import type { Request } from '../domain/request.ts';
import { sayReason, sayTurn } from '../domain/say-turn.ts';
import { sha256 } from './scheduled/chain-ledger.ts';

export type ExplanationNeeds = { readonly requests: Requests; readonly ledger: Ledger };

/** So much is looked through at most, however long ledger and queue are. */
const MOST_LINES = 300;
const MOST_IN_LINE = 200;
/** Of so many who stand before somebody by their priority the masked code is read. */
const MOST_CODES = 10;

/** How a request came to its place, from the chained ledger (a minute old at most) and the queue. */
export const explanationOf = async (
  request: Request,
  { office, language }: { readonly office: Office; readonly language: string },
  { requests, ledger }: ExplanationNeeds,
): Promise<z.input<typeof ExplanationView>> => {
  const { city, official, id } = request;
  const latest = await ledger.latest({ city, official }, MOST_LINES);
  const line = request.status === 'waiting' ? await requests.line(city, official, MOST_IN_LINE) : [];
  const place = line.findIndex((one) => one.id === id);
  const ahead = place < 0 ? line : line.slice(0, place);
  const reaches = latest.length < MOST_LINES || (latest.at(-1)?.at ?? '') < (request.acceptedAt ?? '');
  const story = {
    lines: latest.toReversed(),
    ahead: await withCodes(ahead, request, requests),
    isCut: !reaches || (place < 0 && line.length === MOST_IN_LINE),
  };
  const told = explain(request, story, office, sha256);
  return {
    ...{ says: sayTurn(told, office, language), before: told.before, lots: [...told.lots], isCut: told.isCut },
    passed: told.passed.map(({ code, reason }) => ({ code, reason, says: sayReason(reason, office, language) })),
  };
};

/** Only those who asked later are shown with a code; of the others the number is told. */
const withCodes = async (
  ahead: readonly InLine[],
  { city, submittedAt }: Request,
  requests: Requests,
): Promise<readonly Ahead[]> => {
  const later = ahead.filter(({ since }) => since > submittedAt).slice(0, MOST_CODES);
  const read = await Promise.all(later.map(({ id }) => requests.find(city, id)));
  const codes = new Map(read.flatMap((one) => (one ? [[one.id, maskedCode(one.code)] as const] : [])));
  return ahead.map((one) => ({ ...one, code: codes.get(one.id) ?? '' }));
};
