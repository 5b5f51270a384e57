import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { releaseHeld, type Turn } from './held-slots.ts';
import { letter } from './letter.ts';
import { latestAnswer } from './offers.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import type { Appointment, At, Request } from './request.ts';
import { enterWaiting } from './stages.ts';
import { earlier } from './time.ts';
import type { TimelineEvent } from './timeline.ts';
import { wrongState } from './triage.ts';
import { give } from './turns.ts';

/** What has happened to the session of a turn; by its mark in the timeline it is known whom it was told. */
export type SessionNews = { readonly mark: string; readonly tells: 'moved' | 'stand-in' };

const factsOf = ({ startsAt, session, slot }: Appointment, { mark }: SessionNews) => ({
  ...{ startsAt, session, slot },
  change: mark,
});

/** Has the request's timeline this news already? */
export const isTold = (events: readonly TimelineEvent[], session: string, { mark }: SessionNews): boolean =>
  events.some(({ facts }) => facts?.session === session && facts.change === mark);

/**
 * A turn, or the offer of one, goes along with its session: to its new time, with reminders aimed anew, and its citizen is
 * told once. It counts as nobody's move.
 */
export const followSession = (request: Request, slot: Turn, news: SessionNews, context: Context): Outcome<Change> => {
  if (request.status === 'scheduled' && request.appointment.slot === slot.id) {
    return request.appointment.startsAt === slot.startsAt
      ? agree(tellHolder(request, news, context))
      : moveHolder(request, slot, news, context);
  }
  const offered = request.status === 'offered' ? request.offered.find((turn) => turn.slot === slot.id) : undefined;
  return request.status === 'offered' && offered
    ? agree(followOffer(request, offered, slot, news, context))
    : wrongState(request);
};

const moveHolder = (request: At<'scheduled'>, slot: Turn, news: SessionNews, context: Context): Outcome<Change> => {
  const given = give(request, slot, context, 'moved');
  if (!given.agreed) return given;
  const { after, events, ...change } = given.value;
  return agree({
    ...change,
    after: { ...after, moves: request.moves },
    events: events.map((line) =>
      line.kind === 'moved' ? { ...line, facts: { ...line.facts, change: news.mark } } : line,
    ),
  });
};

/** The turn stays as it is; another place, another way or another host is worth a letter. */
const tellHolder = (request: At<'scheduled'>, news: SessionNews, context: Context): Change => {
  const { number, startsAt, session, slot } = request.appointment;
  return conclude(request, request, context, {
    events: [event(news.tells, context, { facts: factsOf(request.appointment, news) })],
    letters: [
      letter(
        news.tells,
        'applicant',
        { startsAt, session, slot },
        { statuses: ['scheduled'], appointment: number, before: startsAt },
      ),
    ],
  });
};

/** Whoever was offered a turn at another place sees it with the offer; another time or host is told. */
const followOffer = (
  request: At<'offered'>,
  was: Appointment,
  slot: Turn,
  news: SessionNews,
  context: Context,
): Change => {
  const isMoved = was.startsAt !== slot.startsAt;
  const now = { ...was, startsAt: slot.startsAt, endsAt: slot.endsAt };
  const offered = request.offered.map((turn) => (turn.slot === slot.id ? now : turn));
  const { at } = request.deadline;
  const until = earlier(at, latestAnswer(offered, request.silenceKeeps) ?? at);
  const says = news.tells === 'stand-in' ? news.tells : isMoved ? 'offered' : undefined;
  const draft = { ...request, offered, deadline: { ...request.deadline, at: until } };
  return conclude(request, draft, context, {
    events: [event(news.tells, context, { facts: factsOf(now, news) })],
    letters: says
      ? [
          letter(
            says,
            'applicant',
            { startsAt: now.startsAt, session: now.session, until },
            { statuses: ['offered'], before: until },
          ),
        ]
      : [],
  });
};

/**
 * Somebody stands in, and the citizen would rather wait for the holder of the post: back to the old place in the queue. It
 * counts neither as a pass nor as a move, and no turn with a stand-in is offered any more.
 *
 * @param standIns the sessions in which somebody stands in
 */
export const waitForHolder = (request: Request, standIns: readonly string[], context: Context): Outcome<Change> => {
  if (request.status !== 'scheduled' && request.status !== 'offered') return wrongState(request);
  const turns = request.status === 'scheduled' ? [request.appointment] : request.offered;
  const turn = turns.find(({ session }) => standIns.includes(session));
  if (!turn) return wrongState(request);
  if (turn.startsAt <= context.at) return refuse('too-late', { until: turn.startsAt });
  const { startsAt, session, slot } = turn;
  const stage = enterWaiting(request, context);
  return agree(
    conclude(request, { ...stage.draft, ...(stage.draft.status === 'waiting' && { forHolder: true }) }, context, {
      events: [event('waits-for-holder', context, { facts: { startsAt, session, slot } }), ...stage.events],
      letters: [letter('cancelled', 'applicant', { startsAt, session, slot })],
      slots: releaseHeld(request, context),
    }),
  );
};

/** Is a turn in this session for somebody who waits like that? */
export const suits = (session: { readonly standIn?: string | undefined }, request: Request): boolean =>
  session.standIn === undefined || !('forHolder' in request && request.forHolder === true);
