import type { ReplyInputOf } from '../../contract/operation.ts';
import type { briefSession } from '../../contract/staff/brief.ts';
import { agree } from '../../domain/outcome.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Answer } from '../answer.ts';
import { type BriefNeeds, briefOf } from './brief.ts';
import { ownSession } from './own-session.ts';

type Needs = BriefNeeds & { readonly sessions: Sessions; readonly slots: Slots };

/** Turns that were given, one after the other; whoever may not read a case has no brief of it. */
export const answer: Answer<typeof briefSession, Needs> = async (call, needs) => {
  const session = await ownSession(call, 'read-sessions', needs.sessions);
  if (!session.agreed) return session;
  const given = (await needs.slots.of(session.value)).filter(({ holdUntil }) => holdUntil === undefined);
  const briefs: ReplyInputOf<typeof briefSession>['briefs'] = [];
  for (const { holder } of given) {
    const brief = holder === undefined ? undefined : await briefOf(call, holder, needs);
    if (brief?.agreed) briefs.push(brief.value);
  }
  return agree({ briefs });
};
