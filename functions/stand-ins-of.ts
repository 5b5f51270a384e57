import type { Sessions } from '../domain/ports/sessions.ts';
import type { Request } from '../domain/request.ts';

/** Of the sessions in which the request has or is offered a turn, those in which somebody stands in. */
export const standInsOf = async (request: Request, sessions: Sessions): Promise<string[]> => {
  const turns = request.status === 'offered' ? request.offered : request.appointment ? [request.appointment] : [];
  const ids = [...new Set(turns.map(({ session }) => session))];
  const found = await Promise.all(ids.map((id) => sessions.find(request.city, id)));
  return found.flatMap((session) => (session?.standIn === undefined ? [] : [session.id]));
};
