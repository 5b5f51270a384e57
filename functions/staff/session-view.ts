import type * as z from 'zod/mini';
import type { SessionView } from '../../contract/staff/session.ts';
import type { Session } from '../../domain/session.ts';
import { viewSession } from '../city-view.ts';

export const viewStaffSession = (
  session: Session,
  speaking: Parameters<typeof viewSession>[1],
): z.input<typeof SessionView> => ({ ...session, says: viewSession(session, speaking).says });
