import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import type { Request, Status } from './request.ts';
import { type Entered, enterClosed } from './stages.ts';
import { wrongState } from './triage.ts';

/** Before anything was decided the complaint ends with its conversion; once there are orders, it goes on beside the meeting. */
const ENDS_WITH_IT: readonly Status[] = ['submitted', 'needs-info', 'answered', 'declined'];
const GOES_ON: readonly Status[] = ['met', 'in-follow-up', 'awaiting-confirmation'];

/**
 * A complaint becomes a wish to meet an official. Each leads to the other, and the unit that is asked for the meeting reads
 * the complaint's history. Refused once it has a turn of its own, and a second time.
 *
 * @param meeting the request that comes of it
 */
export const convert = (
  complaint: Request,
  meeting: Pick<Request, 'id' | 'code' | 'unit'>,
  reason: string,
  context: Context,
): Outcome<Change> => {
  const links = complaint.links ?? [];
  if (links.some(({ kind, incoming }) => kind === 'converted-from' && incoming)) return refuse('already-recorded');
  if (![...ENDS_WITH_IT, ...GOES_ON].includes(complaint.status)) return wrongState(complaint);
  const link = { kind: 'converted-from', request: meeting.id, incoming: true } as const;
  const formerUnits = [...new Set([...complaint.formerUnits, meeting.unit])].filter((unit) => unit !== complaint.unit);
  const linked: Request = { ...complaint, links: [...links, link], formerUnits };
  const stage: Pick<Entered, 'draft' | 'events'> = ENDS_WITH_IT.includes(complaint.status)
    ? enterClosed(linked, context, 'converted')
    : { draft: linked, events: [] };
  const facts = { into: meeting.id, code: meeting.code };
  return agree(
    conclude(complaint, stage.draft, context, {
      events: [event('converted', context, { text: reason, facts }), ...stage.events],
    }),
  );
};
