import * as z from 'zod/mini';
import type { listSessionTemplates } from '../../contract/staff/session-template.ts';
import { calendarSystemOf } from '../../domain/city.ts';
import { LocalText, say } from '../../domain/local-text.ts';
import type { Office } from '../../domain/office.ts';
import { sayDate } from '../../domain/say-time.ts';
import type { SessionTemplate } from '../../domain/session-template.ts';
import { refusalDetail } from '../http/refusal-detail.ts';
import type { TemplateDay } from '../plan-from-template.ts';

type View = z.input<typeof listSessionTemplates.reply>['templates'][number];
type Speaking = { readonly office: Office; readonly language: string };

/** A template with its days ahead, and why nothing is held on some of them. */
export const viewTemplate = (template: SessionTemplate, days: readonly TemplateDay[], speaking: Speaking): View => ({
  ...template,
  days: days.map(({ on, state, session, facts = {} }) => ({
    ...{ on, state, session },
    says: sayOn(on, speaking),
    why: typeof facts.why === 'string' ? facts.why : undefined,
    because: refusalDetail(facts, speaking.language),
    holiday: sayHoliday(facts, speaking),
  })),
});

const sayHoliday = ({ why, name }: Readonly<Record<string, unknown>>, { language }: Speaking): string | undefined => {
  const text = why === 'holiday' ? z.safeParse(LocalText, name) : undefined;
  return text?.success ? say(text.data, language) : undefined;
};

const sayOn = (on: string, { office, language }: Speaking): string =>
  sayDate(on, { locale: language, calendarSystem: calendarSystemOf(office.city, language) });
