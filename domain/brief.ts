import { isSettled, type Order } from './order.ts';
import type { CaseFile } from './ports/case-files.ts';
import type { Link, Request } from './request.ts';
import type { Instant } from './time.ts';

/** A meeting that was held before: when, what it came to, and how it has to do with the one to come. */
type EarlierMeeting = {
  readonly request: Request;
  readonly metAt: Instant;
  readonly link?: Link['kind'] | undefined;
  readonly result?: string | undefined;
  readonly because?: string | undefined;
  readonly comment?: string | undefined;
};

/** An order of an earlier matter. */
export type EarlierOrder = { readonly request: Request; readonly order: Order };

/** What the official should know before the meeting, from the matters that belong to it. */
export type History = {
  readonly meetings: readonly EarlierMeeting[];
  /** Orders that are not settled: promised, and not yet kept or not yet confirmed. */
  readonly promises: readonly EarlierOrder[];
  /** Orders against which the law stood: best told before the citizen hopes again. */
  readonly bars: readonly EarlierOrder[];
};

/** Does this matter belong to the brief of that request? One applicant's with the same post, or one that is linked to it. */
export const belongsTo = (request: Request, other: Request): boolean =>
  other.id !== request.id && (linkTo(request, other) !== undefined || isSameApplicant(request, other));

const isSameApplicant = (request: Request, other: Request): boolean =>
  other.official === request.official &&
  request.applicantKey !== undefined &&
  other.applicantKey === request.applicantKey;

const linkTo = ({ links = [] }: Request, { id }: Request): Link | undefined =>
  links.find(({ request }) => request === id);

/** @param files those that belong to the request, in any order */
export const historyOf = (request: Request, files: readonly Pick<CaseFile, 'request' | 'events'>[]): History => {
  const newestFirst = files.toSorted((a, b) => b.request.submittedAt.localeCompare(a.request.submittedAt));
  const orders = newestFirst.flatMap((file) => file.request.orders.map((order) => ({ request: file.request, order })));
  return {
    meetings: newestFirst.flatMap((file) => meetingOf(request, file)),
    promises: orders.filter(({ order }) => !isSettled(order)),
    bars: orders.filter(({ order }) => order.status === 'legally-barred'),
  };
};

const meetingOf = (
  request: Request,
  { request: held, events }: Pick<CaseFile, 'request' | 'events'>,
): EarlierMeeting[] => {
  const metAt = 'metAt' in held ? held.metAt : undefined;
  if (metAt === undefined) return [];
  const outcome = events.findLast(({ kind }) => kind === 'outcome-recorded');
  const { result, because } = outcome?.facts ?? {};
  return [{ request: held, metAt, link: linkTo(request, held)?.kind, result, because, comment: outcome?.text }];
};
