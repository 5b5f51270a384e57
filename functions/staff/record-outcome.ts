import type { recordOutcome } from '../../contract/staff/outcome.ts';
import { recordOutcome as recordIt } from '../../domain/meeting.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer, Call } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { type DocumentNeeds, keepDocuments } from '../keep-documents.ts';
import { attendeesOf } from './attendees-of.ts';
import { decideForUnit } from './decide-for-unit.ts';
import { type OfferAnotherNeeds, offerAnother } from './offer-another.ts';
import { unitRequest } from './unit-request.ts';
import { type CutNeeds, wantCuts } from './want-cuts.ts';

type Needs = DecisionNeeds & DocumentNeeds & CutNeeds & OfferAnotherNeeds;
type OutcomeCall = Call<typeof recordOutcome>;

const PERMISSION = 'record-outcome';

/** Whose host did not receive them has the official's next free turn held at once. */
export const answer: Answer<typeof recordOutcome, Needs> = async (call, needs) => {
  if (call.body.result !== 'host-absent') return recorded(call, needs);
  const before = await needs.requests.find(call.city, call.params.id);
  const absent = await recorded(call, needs);
  if (!absent.agreed) return absent;
  const offered = await offerAnother(call, before?.appointment?.session, needs);
  return offered ? agree(offered) : absent;
};

/** The scan and its cuts are seen to first, by whoever may record the outcome. */
const recorded = async (call: OutcomeCall, needs: Needs) => {
  const { city, params, body } = call;
  const { scan } = body;
  const outcome = { ...body, attendees: attendeesOf(body.attendees), scan: scan?.id };
  const decide = () =>
    decideForUnit(call, PERMISSION, (request, context) => recordIt(request, outcome, context), needs);
  if (!scan) return decide();

  const read = await unitRequest({ ...call, id: params.id }, PERMISSION, needs.requests)();
  if (!read.agreed) return read;
  const boxes = body.orders.flatMap(({ box }, index) => (box ? [{ box, path: `orders.${index}.box.` }] : []));
  const onTheScan = boxes.filter(({ box }) => box.document === scan.id);
  const cutAndDecide = async () => {
    const wanted = await wantCuts({ city, request: params.id, at: needs.clock.now() }, onTheScan, needs);
    return wanted.agreed ? decide() : wanted;
  };
  return keepDocuments(call, [{ kind: 'scan', document: scan }], cutAndDecide, needs);
};
