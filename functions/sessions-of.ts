import type * as z from 'zod/mini';
import type { SessionView } from '../contract/session-view.ts';
import type { Sessions } from '../domain/ports/sessions.ts';
import type { Request } from '../domain/request.ts';
import { viewSession } from './city-view.ts';

/** The sessions of the turns that a request has or is offered: where to come, and how. */
export const sessionsOf = async (
  request: Request,
  speaking: Parameters<typeof viewSession>[1],
  sessions: Sessions,
): Promise<z.input<typeof SessionView>[]> => {
  const turns = request.status === 'offered' ? request.offered : request.appointment ? [request.appointment] : [];
  const ids = [...new Set(turns.map(({ session }) => session))];
  const found = await Promise.all(ids.map((id) => sessions.find(request.city, id)));
  return found.flatMap((session) => (session ? [viewSession(session, speaking)] : []));
};
