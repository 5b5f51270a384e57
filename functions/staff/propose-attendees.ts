import type { proposeAttendees } from '../../contract/staff/session.ts';
import { standInOn } from '../../domain/absence.ts';
import type { Attendee } from '../../domain/attendee.ts';
import { isSameAttendee, proposeAttendees as propose } from '../../domain/attendees.ts';
import { say } from '../../domain/local-text.ts';
import { findOfficial, findUnit, type Office } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Session } from '../../domain/session.ts';
import { overlap } from '../../domain/session-slots.ts';
import type { Answer } from '../answer.ts';
import { affectedPeople } from './affected-people.ts';
import { ownSession } from './own-session.ts';

type Needs = { readonly sessions: Sessions; readonly slots: Slots; readonly requests: Requests; readonly clock: Clock };

export const answer: Answer<typeof proposeAttendees, Needs> = async (call, needs) => {
  const { office, language } = call;
  const own = await ownSession(call, 'plan-sessions', needs.sessions);
  if (!own.agreed) return own;
  const session = own.value;
  const people = await affectedPeople(session, needs.clock.now(), needs);
  const topics = people.map(({ request }) => request.topic);
  const proposed = propose(session, topics, office).map(async (proposal) => ({
    ...proposal,
    topics: [...proposal.topics],
    says: nameOf(proposal.attendee, office, language),
    has: (session.attendees ?? []).some((one) => isSameAttendee(one, proposal.attendee)),
    busy: 'post' in proposal.attendee ? await busyWith(proposal.attendee.post, session, office, needs.sessions) : [],
  }));
  return agree({ proposed: await Promise.all(proposed) });
};

const nameOf = (attendee: Attendee, office: Office, language: string): string => {
  if ('name' in attendee) return attendee.name;
  const name = 'post' in attendee ? findOfficial(office, attendee.post)?.title : findUnit(office, attendee.unit)?.name;
  return name ? say(name, language) : '';
};

/** Where else this post is at that time: it holds or sits in another session, or is away. */
const busyWith = async (post: string, session: Session, office: Office, sessions: Sessions) => {
  const { city, on } = session;
  const [own, attended] = await Promise.all([
    sessions.onDay(city, { official: post }, on),
    sessions.attendedBy(city, post, on),
  ]);
  const then = [...new Map([...own, ...attended].map((one) => [one.id, one])).values()].filter(
    (one) => one.id !== session.id && one.cancelledAt === undefined && overlap(one, session),
  );
  const isAway = standInOn(findOfficial(office, post), on) !== undefined;
  return [
    ...then.map((one) => ({ why: 'session' as const, session: one.id, official: one.official })),
    ...(isAway ? [{ why: 'absent' as const, official: post }] : []),
  ];
};
