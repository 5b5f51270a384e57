import type { decideMatter } from '../../contract/staff/committee.ts';
import type { Change, Context } from '../../domain/change.ts';
import { changesNextStep } from '../../domain/change.ts';
import type { Matter } from '../../domain/committee.ts';
import { decideMatter as decide, decideToMeet, mayDecide } from '../../domain/committee-decision.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CommitteeFile, Committees } from '../../domain/ports/committees.ts';
import type { Request } from '../../domain/request.ts';
import type { Answer, Call } from '../answer.ts';
import { viewRequest } from '../request-view.ts';
import { type ConversionNeeds, openMeetingOf } from './convert-into-meeting.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownCommittee } from './own-committee.ts';

type Needs = ConversionNeeds & { readonly committees: Committees };
type DecideCall = Call<typeof decideMatter>;
type Decided = { readonly matter: Matter; readonly request: Request };

/** A race that was lost against a timer or a clerk is decided once more on what stands there now. */
export const answer: Answer<typeof decideMatter, Needs> = async (call, needs) => {
  const first = await attempt(call, needs);
  const decided = first.agreed || first.reason !== 'changed-meanwhile' ? first : await attempt(call, needs);
  if (!decided.agreed) return decided;
  const { matter, request } = decided.value;
  return agree({ matter, request: viewRequest(request, { ...call, at: needs.clock.now() }) });
};

const attempt = async (call: DecideCall, needs: Needs): Promise<Outcome<Decided>> => {
  const file = await ownCommittee(call, needs.committees);
  if (!file.agreed) return file;
  const { committee, matters } = file.value;
  const matter = matters.find(({ number }) => number === call.params.number);
  const request = matter && (await needs.requests.find(call.city, matter.request));
  if (!matter || !request) return refuse('not-found');
  const may = mayDecide(committee, matter);
  if (!may.agreed) return may;
  const { office, caller, body } = call;
  const context: Context = { at: needs.clock.now(), by: byStaff(caller), office };
  const changed = await changeOf(call, request, { committee, matter }, context, needs);
  if (!changed.agreed) return changed;
  const { change, meeting } = changed.value;
  const decision = { kind: body.kind, at: context.at, by: context.by, text: body.text, ...(meeting && { meeting }) };
  const decided = { ...matter, decision };
  const written = await needs.committees.decide(committee, decided, change);
  if (!written.agreed) return written;
  if (changesNextStep(change)) await needs.workflow.wake(call.city, request.id);
  return agree({ matter: decided, request: written.value });
};

type About = Pick<CommitteeFile, 'committee'> & { readonly matter: Matter };

const changeOf = async (
  { body }: DecideCall,
  request: Request,
  about: About,
  context: Context,
  needs: Needs,
): Promise<Outcome<{ change: Change; meeting?: string }>> => {
  if (body.kind !== 'meet') {
    const change = decide(request, about, body, context);
    return change.agreed ? agree({ change: change.value }) : change;
  }
  const { office, by } = context;
  const meeting = await openMeetingOf(request, { office, by, ...body, reason: body.text }, needs);
  if (!meeting.agreed) return meeting;
  const change = decideToMeet(request, about, { meeting: meeting.value, text: body.text }, context);
  return change.agreed ? agree({ change: change.value, meeting: meeting.value.id }) : change;
};
