import type { endSessionTemplate } from '../../contract/staff/session-template.ts';
import { today } from '../../domain/office.ts';
import { agree, refuse, refuseField } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import type { Answer } from '../answer.ts';
import { templateDays } from '../plan-from-template.ts';
import { ownOfficial } from './own-official.ts';
import { viewTemplate } from './template-view.ts';

type Needs = { readonly directory: Directory; readonly sessions: Sessions; readonly clock: Clock };

/** Sessions that it has planned after that day stand until somebody cancels them, having seen who is affected. */
export const answer: Answer<typeof endSessionTemplate, Needs> = async (call, { directory, sessions, clock }) => {
  const { city, office, params, body } = call;
  const own = ownOfficial(call, 'plan-sessions');
  if (!own.agreed) return own;
  const at = clock.now();
  const known = office.templates.find(({ id, official }) => id === params.template && official === own.value.id);
  if (!known) return refuse('not-found');
  if (body.endsOn < today(office, at)) return refuseField('endsOn', 'in-the-past');
  const put = await directory.put(city, 'template', { ...known, endsOn: body.endsOn });
  if (!put.agreed) return put;
  const days = await templateDays(own.value.id, [put.value], { office, at }, sessions);
  return agree(viewTemplate(put.value, days.get(known.id) ?? [], call));
};
