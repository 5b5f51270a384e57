import type * as z from 'zod/mini';
import type { SessionView } from '../../contract/staff/session.ts';
import { isPublished, type Session } from '../../domain/session.ts';
import { waitsForStaff } from '../../domain/session-change.ts';
import type { Instant } from '../../domain/time.ts';
import { viewSession } from '../city-view.ts';

export const viewStaffSession = (
  session: Session,
  speaking: Parameters<typeof viewSession>[1] & { readonly at: Instant },
): z.input<typeof SessionView> => {
  const published = isPublished(session, speaking.at);
  return {
    ...session,
    published,
    publishesAt: published || waitsForStaff(session) ? undefined : session.publishesAt,
    says: viewSession(session, speaking).says,
  };
};
