import type { putSessionTemplate } from '../../contract/staff/session-template.ts';
import { agree, refuseField } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { fitTemplate } from '../../domain/template-plans.ts';
import type { Answer } from '../answer.ts';
import { planFromTemplates, templateDays } from '../plan-from-template.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownOfficial } from './own-official.ts';
import { viewTemplate } from './template-view.ts';

type Needs = { readonly directory: Directory; readonly sessions: Sessions; readonly clock: Clock };

/** The sessions of the weeks ahead are planned at once, as the daily run would plan them. */
export const answer: Answer<typeof putSessionTemplate, Needs> = async (call, { directory, sessions, clock }) => {
  const { city, office, params, body, caller } = call;
  const own = ownOfficial(call, 'plan-sessions');
  if (!own.agreed) return own;
  const { id: official } = own.value;
  const known = office.templates.find(({ id }) => id === params.template);
  if (known && known.official !== official) return refuseField('template', 'other-official');
  const at = clock.now();
  const template = { ...body, id: params.template, official };
  const fits = fitTemplate(template, { at, by: byStaff(caller), office });
  if (!fits.agreed) return fits;
  const put = await directory.put(city, 'template', template);
  if (!put.agreed) return put;
  await planFromTemplates(official, [template], { office, at }, sessions);
  const days = await templateDays(official, [template], { office, at }, sessions);
  return agree(viewTemplate(template, days.get(template.id) ?? [], call));
};
