import type { Attendee } from '../../domain/attendee.ts';

/** Attendees as they were given: a list, or one line that is a name. */
export const attendeesOf = (given: string | readonly Attendee[] | undefined): readonly Attendee[] | undefined =>
  typeof given === 'string' ? [{ name: given }] : given;
