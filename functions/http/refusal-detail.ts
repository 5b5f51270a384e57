import { SCAN_FAULTS } from '../../domain/scan.ts';
import { roleName } from '../role-names.ts';
import { sayScan } from '../scan-words.ts';

type Said = { readonly en: string; readonly fa: string };

/** What stands in the way, where the refusal's title leaves it open. */
const WHY: Readonly<Record<string, Said>> = {
  closed: { en: 'The office is closed then.', fa: 'واحد در آن زمان تعطیل است.' },
  overlaps: { en: 'The official has another session then.', fa: 'مقام در آن زمان جلسه دیگری دارد.' },
  'in-the-past': { en: 'That time has passed.', fa: 'آن زمان گذشته است.' },
  'not-yet': { en: 'The turn has not begun yet.', fa: 'هنوز وقت نوبت نرسیده است.' },
  'not-over': {
    en: 'The turn has not ended yet: they may still come.',
    fa: 'نوبت هنوز به پایان نرسیده و شاید مراجعه‌کننده برسد.',
  },
  'checked-in': { en: 'This person was there.', fa: 'حضور این مراجعه‌کننده ثبت شده است.' },
  missed: { en: 'It was recorded that nobody came.', fa: 'برای این نوبت غیبت ثبت شده است.' },
  'not-arrived': { en: 'No arrival is recorded yet.', fa: 'هنوز ورودی ثبت نشده است.' },
  'not-in': { en: 'They have not been let in yet.', fa: 'هنوز وارد جلسه نشده است.' },
  'already-called': { en: 'They have been called already.', fa: 'پیش‌تر فراخوانده شده است.' },
  'already-in': { en: 'They have been let in already.', fa: 'پیش‌تر وارد جلسه شده است.' },
  'already-out': { en: 'The meeting is over already.', fa: 'ملاقات پیش‌تر پایان یافته است.' },
  'another-turn': {
    en: 'This ticket is for another turn; look at the request for the present one.',
    fa: 'این برگه برای نوبت دیگری است؛ نوبت کنونی در درخواست آمده است.',
  },
  'wrong-venue-code': {
    en: 'This is not the code that is shown at the venue.',
    fa: 'این کد با کد نصب‌شده در محل ملاقات یکی نیست.',
  },
  'no-walk-in-left': { en: 'No walk-in turn is left in this session.', fa: 'نوبت حضوری این جلسه تمام شده است.' },
  holiday: { en: 'That day is a holiday.', fa: 'آن روز تعطیل رسمی است.' },
  'outside-hours': { en: 'This lies outside office hours.', fa: 'این زمان بیرون از ساعت اداری است.' },
  'over-capacity': {
    en: 'The venue has no room for one more meeting at the same time.',
    fa: 'گنجایش محل برای یک ملاقات همزمان دیگر پر است.',
  },
  'over-template': {
    en: 'Another session template of this official lies over it.',
    fa: 'با الگوی دیگری از جلسه‌های این مقام همپوشانی دارد.',
  },
  'preview-first': {
    en: 'See first who is affected, then repeat this with that preview.',
    fa: 'نخست ببینید چه کسانی اثر می‌پذیرند و سپس با همان پیش‌نمایش تکرار کنید.',
  },
  cancelled: { en: 'The session was cancelled.', fa: 'جلسه لغو شده است.' },
};

/** A sentence on why this was refused, or who may decide instead; nothing where the title says it all. */
export const refusalDetail = (facts: Readonly<Record<string, unknown>>, language: string): string | undefined => {
  const said = WHY[String(facts.why)];
  if (said) return language === 'fa' ? said.fa : said.en;
  const fault = SCAN_FAULTS.find((one) => one === facts.why);
  if (fault) return sayScan({ state: 'refused', fault }, language);
  if (typeof facts.decides !== 'string') return undefined;
  const role = roleName(facts.decides, language);
  return language === 'fa' ? `تصمیم با ${role} است.` : `To be decided by: ${role}.`;
};
