import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { releaseHeld } from './held-slots.ts';
import { letter } from './letter.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import { type Link, MADE_BY_HAND, type Request } from './request.ts';
import { enterClosed } from './stages.ts';
import { earlier } from './time.ts';
import { canBeTaken } from './transitions.ts';
import { wrongState } from './triage.ts';

/** Two requests that change together: the one that was acted on, and the other. */
export type Both = { readonly one: Change; readonly other: Change };

const MOST_LINKS = 10;

const linksTo = ({ links = [] }: Request, id: string): readonly Link[] => links.filter(({ request }) => request === id);

const withLink = (request: Request, link: Link): Request => ({ ...request, links: [...(request.links ?? []), link] });

/** Two requests are about the same matter, or one continues the other. Each names the other, so both lead to both. */
export const linkRequests = (
  one: Request,
  other: Request,
  { kind, reason }: { readonly kind: (typeof MADE_BY_HAND)[number]; readonly reason: string },
  context: Context,
): Outcome<Both> => {
  if (one.id === other.id) return refuseField('to', 'same-request');
  if (linksTo(one, other.id).length > 0) return refuse('already-recorded');
  if ([one, other].some(({ links = [] }) => links.length >= MOST_LINKS)) {
    return refuse('limit-reached', { limit: MOST_LINKS });
  }
  const linked = (before: Request, link: Link) =>
    conclude(before, withLink(before, link), context, {
      events: [event('linked', context, { text: reason, facts: { kind, request: link.request } })],
    });
  return agree({
    one: linked(one, { kind, request: other.id }),
    other: linked(other, { kind, request: one.id, incoming: true }),
  });
};

/** A link that was made by hand is taken back, on both sides. */
export const unlinkRequests = (one: Request, other: Request, reason: string, context: Context): Outcome<Both> => {
  const isMade = ({ kind }: Link) => MADE_BY_HAND.some((made) => made === kind);
  if (!linksTo(one, other.id).some(isMade)) return refuse('not-found');
  const unlinked = (before: Request, id: string) => {
    const links = (before.links ?? []).filter((link) => link.request !== id || !isMade(link));
    return conclude(before, { ...before, links }, context, {
      events: [event('unlinked', context, { text: reason, facts: { request: id } })],
    });
  };
  return agree({ one: unlinked(one, other.id), other: unlinked(other, one.id) });
};

/**
 * Two requests of one applicant become one. The duplicate closes, its turn is given back, and it is written about no more;
 * the other keeps the place of whichever came first. Both keep their histories and lead to each other.
 */
export const mergeRequests = (
  survivor: Request,
  duplicate: Request,
  reason: string,
  context: Context,
): Outcome<Both> => {
  if (survivor.id === duplicate.id) return refuseField('duplicate', 'same-request');
  if (survivor.applicantKey === undefined || survivor.applicantKey !== duplicate.applicantKey) {
    return refuseField('duplicate', 'other-applicant');
  }
  if (survivor.status === 'closed') return wrongState(survivor);
  if (!canBeTaken('withdraw', duplicate.status)) return wrongState(duplicate);
  const startsAt = duplicate.status === 'scheduled' ? duplicate.appointment.startsAt : undefined;
  if (startsAt !== undefined && startsAt <= context.at) return refuse('too-late', { until: startsAt });

  const kept = {
    ...withLink(survivor, { kind: 'duplicate-of', request: duplicate.id, incoming: true }),
    submittedAt: earlier(survivor.submittedAt, duplicate.submittedAt),
  };
  const stage = enterClosed(withLink(duplicate, { kind: 'duplicate-of', request: survivor.id }), context, 'duplicate');
  return agree({
    one: conclude(survivor, kept, context, {
      events: [
        event('merged', context, {
          text: reason,
          facts: { request: duplicate.id, was: survivor.submittedAt, submittedAt: kept.submittedAt },
        }),
      ],
      letters: [letter('merged', 'applicant')],
    }),
    other: conclude(duplicate, stage.draft, context, {
      events: [event('merged', context, { text: reason, facts: { into: survivor.id } }), ...stage.events],
      slots: releaseHeld(duplicate, context),
    }),
  });
};
