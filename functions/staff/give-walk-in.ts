import type { giveWalkIn } from '../../contract/staff/meeting-day.ts';
import type { Change, Context } from '../../domain/change.ts';
import { policiesOf } from '../../domain/office.ts';
import { agree, type Outcome, type Refused, refuse } from '../../domain/outcome.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import type { Request } from '../../domain/request.ts';
import type { Session } from '../../domain/session.ts';
import { isFree, type Slot } from '../../domain/slot.ts';
import { plusMinutes } from '../../domain/time.ts';
import { accept } from '../../domain/triage.ts';
import { schedule } from '../../domain/turns.ts';
import type { Answer, Call } from '../answer.ts';
import { decide } from '../decide.ts';
import { type StationNeeds, takeStation } from '../take-station.ts';
import { writeTicket } from '../turn-ticket.ts';
import { whileHolding } from '../while-holding.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownSession } from './own-session.ts';
import { type RegisterNeeds, answer as register } from './register-request.ts';
import { viewVisited } from './view-visited.ts';

type Needs = StationNeeds & RegisterNeeds & { readonly sessions: Sessions };
type WalkInCall = Call<typeof giveWalkIn>;

/**
 * One act at the door: registered, accepted, given the next walk-in turn, and here. Each step is an ordinary decision, and a
 * call that is repeated goes on where the first one broke off.
 */
export const answer: Answer<typeof giveWalkIn, Needs> = async (call, needs) => {
  const { city, office, caller } = call;
  const session = await ownSession(call, 'register', needs.sessions);
  if (!session.agreed) return session;
  const request = await registered(call, session.value, needs);
  if (!request.agreed) return request;
  const given = await withTurn(request.value, call, session.value, needs);
  if (!given.agreed) return given;
  const context = { at: needs.clock.now(), by: byStaff(caller), office };
  const stood = await takeStation(given.value, { station: 'arrived' }, context, needs);
  if (!stood.agreed) return stood;
  const { slot, request: id } = stood.value.visit;
  return agree({
    ...viewVisited(given.value, stood.value, { ...call, at: context.at }),
    ticket: writeTicket(city, { slot, request: id }, needs.keys),
  });
};

/** Nobody is registered for a session that has no walk-in turn left. */
const registered = async (call: WalkInCall, session: Session, needs: Needs): Promise<Outcome<Request>> => {
  const { city, caller, idempotencyKey } = call;
  const id = needs.keys.requestId(city, caller.username, idempotencyKey);
  if (!(await needs.requests.find(city, id))) {
    if (session.mode !== 'in-person') return refuse('session-impossible', { why: 'by-phone' });
    const [free] = await walkInTurns(session, needs);
    if (!free) return refuse('slot-gone', { why: 'no-walk-in-left' });
  }
  const told = await register({ ...call, params: {}, query: {}, body: registrationOf(call, session) }, needs);
  if (!told.agreed) return onThisForm(told);
  const found = await needs.requests.find(city, id);
  return found ? agree(found) : refuse('not-found');
};

/** The registration names its own fields; here there is one contact, the mobile. */
const onThisForm = ({ reason, details }: Refused): Refused => {
  const { fields, ...facts } = details;
  const named = fields?.map(({ path, problem }) => ({
    path: path.startsWith('applicant.contacts') ? 'mobile' : path.replace('applicant.', ''),
    problem,
  }));
  return refuse(reason, { ...facts, ...(named && { fields: named }) });
};

const BARE = { fa: { name: 'مراجعه‌کننده حضوری', text: 'مراجعه حضوری' }, en: { name: 'Walk-in', text: 'Walk-in' } };

const registrationOf = ({ office, body }: WalkInCall, { official }: Session) => {
  const { channels, locales } = office.city;
  const { topic, mobile, language = locales[0] ?? 'en' } = body;
  const bare = language === 'fa' ? BARE.fa : BARE.en;
  const { name = bare.name, text = bare.text } = body;
  const contacts = mobile === undefined ? [] : [{ kind: 'mobile' as const, value: mobile }];
  const channel = channels.find(({ id }) => id === 'counter') ?? channels[0];
  return {
    ...{ official, topic, channel: channel?.id ?? '', text, companions: [], asMet: false },
    applicant: { name, kind: 'person' as const, contacts, language },
  };
};

const walkInTurns = async (session: Session, { slots, clock }: Needs): Promise<Slot[]> =>
  (await slots.of(session)).filter((slot) => slot.kind === 'walk-in' && isFree(slot, clock.now()));

/** Accepted and scheduled; whoever stands at the door need not be written to. */
const withTurn = async (
  request: Request,
  { city, office, caller }: WalkInCall,
  session: Session,
  needs: Needs,
): Promise<Outcome<Request>> => {
  const by = byStaff(caller);
  const take = (rule: (now: Request, context: Context) => Outcome<Change>) => {
    const read = async () => {
      const now = await needs.requests.find(city, request.id);
      return now ? agree(now) : refuse('not-found');
    };
    return decide({ read, rule: (now, context) => quietly(rule(now, context)), by, office }, needs);
  };
  const accepted =
    request.status === 'submitted' ? await take((now, context) => accept(now, {}, context)) : agree(request);
  if (!accepted.agreed || accepted.value.status !== 'waiting') return accepted;
  const until = plusMinutes(needs.clock.now(), policiesOf(office, request.unit).formHoldMinutes);
  for (const slot of await walkInTurns(session, needs)) {
    const holding = { request: accepted.value, until };
    const given = await whileHolding(
      [slot],
      holding,
      () => take((now, context) => schedule(now, slot, context)),
      needs,
    );
    if (given.agreed || given.reason !== 'slot-gone') return given;
  }
  return refuse('slot-gone', { why: 'no-walk-in-left' });
};

const quietly = (change: Outcome<Change>): Outcome<Change> =>
  change.agreed ? agree({ ...change.value, letters: [], callTasks: [] }) : change;
