import { roleName } from '../role-names.ts';

type Said = { readonly en: string; readonly fa: string };

/** What stands in the way, where the refusal's title leaves it open. */
const WHY: Readonly<Record<string, Said>> = {
  closed: { en: 'The office is closed then.', fa: 'واحد در آن زمان تعطیل است.' },
  overlaps: { en: 'The official has another session then.', fa: 'مقام در آن زمان جلسه دیگری دارد.' },
  'in-the-past': { en: 'That time has passed.', fa: 'آن زمان گذشته است.' },
  'not-yet': { en: 'The turn has not begun yet.', fa: 'هنوز وقت نوبت نرسیده است.' },
  cancelled: { en: 'The session was cancelled.', fa: 'جلسه لغو شده است.' },
};

/** A sentence on why this was refused, or who may decide instead; nothing where the title says it all. */
export const refusalDetail = (facts: Readonly<Record<string, unknown>>, language: string): string | undefined => {
  const said = WHY[String(facts.why)];
  if (said) return language === 'fa' ? said.fa : said.en;
  if (typeof facts.decides !== 'string') return undefined;
  const role = roleName(facts.decides, language);
  return language === 'fa' ? `تصمیم با ${role} است.` : `To be decided by: ${role}.`;
};
