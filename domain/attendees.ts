import type { Attendee } from './attendee.ts';
import { findOfficial, findTopic, findUnit, isCurrent, type Office } from './office.ts';
import type { LocalDate } from './time.ts';

export const isSameAttendee = (a: Attendee, b: Attendee): boolean => keyOfAttendee(a) === keyOfAttendee(b);

const keyOfAttendee = (attendee: Attendee): string => Object.entries(attendee).flat().join(' ');

/** The place in the list of one that the city does not have on that day; none if all are known. */
export const unknownAttendee = (attendees: readonly Attendee[], office: Office, on: LocalDate): number | undefined => {
  const place = attendees.findIndex((attendee) => !isKnown(attendee, office, on));
  return place < 0 ? undefined : place;
};

const isKnown = (attendee: Attendee, office: Office, on: LocalDate): boolean => {
  if ('name' in attendee) return true;
  const found = 'post' in attendee ? findOfficial(office, attendee.post) : findUnit(office, attendee.unit);
  return found !== undefined && isCurrent(found, on);
};

/** Somebody who should sit in, and why: topics of the people who come, or the template of the session. */
export type Proposal = { readonly attendee: Attendee; readonly topics: readonly string[]; readonly template: boolean };

/**
 * Who should sit in: whom the topics of the booked requests name (a topic without names asks its parent), and whom the
 * session's template has. Whoever is wanted by most topics comes first.
 */
export const proposeAttendees = (
  session: { readonly official: string; readonly template?: string | undefined },
  topics: readonly string[],
  office: Office,
): Proposal[] => {
  const template = office.templates.find(({ id }) => id === session.template);
  const proposals = new Map<string, Proposal>();
  const propose = (attendee: Attendee, why: { topic?: string; template?: boolean }) => {
    const key = keyOfAttendee(attendee);
    const known = proposals.get(key) ?? { attendee, topics: [], template: false };
    const wanted = why.topic === undefined ? known.topics : [...new Set([...known.topics, why.topic])];
    proposals.set(key, { attendee, topics: wanted, template: known.template || why.template === true });
  };
  for (const topic of topics) for (const attendee of attendeesOfTopic(topic, office)) propose(attendee, { topic });
  for (const attendee of template?.attendees ?? []) propose(attendee, { template: true });
  return [...proposals.values()]
    .filter(({ attendee }) => !('post' in attendee && attendee.post === session.official))
    .toSorted((a, b) => b.topics.length - a.topics.length);
};

const attendeesOfTopic = (id: string, office: Office): readonly Attendee[] => {
  const topic = findTopic(office, id);
  if (topic?.attendees) return topic.attendees;
  return topic?.parent === undefined ? [] : attendeesOfTopic(topic.parent, office);
};
