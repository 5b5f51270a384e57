import type { listSessionTemplates } from '../../contract/staff/session-template.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import type { Answer } from '../answer.ts';
import { templateDays } from '../plan-from-template.ts';
import { ownOfficial } from './own-official.ts';
import { viewTemplate } from './template-view.ts';

type Needs = { readonly sessions: Sessions; readonly clock: Clock };

export const answer: Answer<typeof listSessionTemplates, Needs> = async (call, { sessions, clock }) => {
  const { office } = call;
  const own = ownOfficial(call, 'read-sessions');
  if (!own.agreed) return own;
  const templates = office.templates.filter(({ official }) => official === own.value.id);
  const days = await templateDays(own.value.id, templates, { office, at: clock.now() }, sessions);
  return agree({ templates: templates.map((template) => viewTemplate(template, days.get(template.id) ?? [], call)) });
};
