import type { Sessions } from '../../domain/ports/sessions.ts';
import { waitForHolder as wait } from '../../domain/session-moves.ts';
import type { By } from '../../domain/timeline.ts';
import type { DecisionNeeds } from '../decide.ts';
import { standInsOf } from '../stand-ins-of.ts';
import { decideForUnit, type UnitCall } from './decide-for-unit.ts';

/** The citizen says to the staff that they would rather wait for the official than meet the stand-in. */
export const waitForHolder = async (
  call: UnitCall,
  by: By,
  needs: DecisionNeeds & { readonly sessions: Sessions },
): ReturnType<typeof decideForUnit> => {
  const request = await needs.requests.find(call.city, call.params.id);
  const standIns = request ? await standInsOf(request, needs.sessions) : [];
  return decideForUnit(call, 'act-for-citizen', (read, context) => wait(read, standIns, context), needs, by);
};
