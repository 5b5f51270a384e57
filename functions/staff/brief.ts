import type { ReplyInputOf } from '../../contract/operation.ts';
import type { briefRequest } from '../../contract/staff/brief.ts';
import { mayOnRequest } from '../../domain/access.ts';
import { belongsTo, type EarlierOrder, historyOf } from '../../domain/brief.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CaseFile, CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Search } from '../../domain/ports/search.ts';
import type { Request } from '../../domain/request.ts';
import { showTrackingCode } from '../../domain/tracking-code.ts';
import { unitPath } from '../../domain/unit-tree.ts';
import type { User } from '../../domain/user.ts';
import { type Reader, sayMoment, viewOrder, viewRequest } from '../request-view.ts';

export type BriefNeeds = {
  readonly requests: Requests;
  readonly caseFiles: CaseFiles;
  readonly search: Search;
  readonly clock: Clock;
};

type BriefCall = { readonly city: string; readonly office: Office; readonly caller: User; readonly language: string };
type Brief = ReplyInputOf<typeof briefRequest>;

/** A brief fits on a page: so many earlier matters are looked at, the newest first. */
const MOST_EARLIER = 10;

/** The brief of one request, for whoever may read it; a foreign one and one that does not exist look the same. */
export const briefOf = async (call: BriefCall, id: string, needs: BriefNeeds): Promise<Outcome<Brief>> => {
  const { city, office, caller } = call;
  const file = await needs.caseFiles.read(city, id);
  if (!file || !mayOnRequest(caller, 'read-case', file.request, office)) return refuse('not-found');
  const reader = { ...call, at: needs.clock.now() };
  await needs.caseFiles.noteLook(city, id, { username: caller.username, at: reader.at, why: 'brief' });
  const earlier = await earlierOf(call, file.request, needs);
  return agree(viewBrief(file, earlier, reader));
};

const earlierOf = async (
  { city, office, caller }: BriefCall,
  request: Request,
  { requests, caseFiles, search }: BriefNeeds,
): Promise<CaseFile[]> => {
  const scope = unitPath(office.units, request.unit);
  const { applicantKey, links = [] } = request;
  const found = applicantKey === undefined ? [] : (await search.find(city, [applicantKey], scope, { limit: 50 })).items;
  const ids = [...new Set([...links.map((link) => link.request), ...found])];
  const others = (await Promise.all(ids.map((id) => requests.find(city, id)))).filter((one) => one !== undefined);
  const readable = others
    .filter((other) => belongsTo(request, other) && mayOnRequest(caller, 'read-case', other, office))
    .toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt));
  const files = await Promise.all(readable.slice(0, MOST_EARLIER).map(({ id }) => caseFiles.read(city, id)));
  return files.filter((file) => file !== undefined);
};

const viewBrief = ({ request, parties, content, documents }: CaseFile, earlier: CaseFile[], reader: Reader): Brief => {
  const { id, code, topic, unit, official, submittedAt, urgent, appointment } = viewRequest(request, reader);
  const { meetings, promises, bars } = historyOf(request, earlier);
  const named = (other: Request) => ({ request: other.id, code: showTrackingCode(other.code) });
  const viewEarlier = ({ request: other, order }: EarlierOrder) => ({
    ...named(other),
    order: viewOrder(order, reader),
  });
  return {
    ...{ request: id, code, topic, unit, official, submittedAt, urgent, appointment },
    people: parties
      .filter(({ until }) => until === undefined)
      .map(({ role, name, needs }) => ({ role, name, ...(needs && { needs }) })),
    ...{ text: content.text, wanted: content.wanted, documents: documents.length },
    meetings: meetings.map(({ request: other, metAt, ...meeting }) => ({
      ...{ ...named(other), metAt, says: sayMoment(metAt, reader) },
      ...meeting,
    })),
    promises: promises.map(viewEarlier),
    bars: bars.map(viewEarlier),
  };
};
