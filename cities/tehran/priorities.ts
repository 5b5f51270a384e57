import type { DeclineReason, JumpReason, PriorityClass } from '../../domain/priority.ts';

/** Who comes first at posts that publish priority classes, and what shows it. */
export const tehranPriorities: readonly PriorityClass[] = [
  {
    id: 'court-date',
    name: { fa: 'موعد رسیدگی قضایی', en: 'Court date' },
    evidence: { fa: 'ابلاغیه یا برگه احضار', en: 'The summons' },
  },
  {
    id: 'disability',
    name: { fa: 'معلولیت', en: 'Disability' },
    evidence: { fa: 'کارت یا گواهی بهزیستی', en: 'A card or certificate of the welfare organisation' },
  },
  {
    id: 'illness',
    name: { fa: 'بیماری خاص یا صعب‌العلاج', en: 'Serious illness' },
    evidence: { fa: 'گواهی پزشک معالج', en: 'A certificate of the doctor in charge' },
  },
  {
    id: 'dependant',
    name: { fa: 'سرپرستی کودک خردسال یا بیمار', en: 'Care of a small child or a sick person' },
    evidence: { fa: 'شناسنامه کودک یا گواهی پزشکی', en: 'The child’s birth certificate or a medical certificate' },
  },
];

export const tehranJumpReasons: readonly JumpReason[] = [
  { id: 'urgent-need', name: { fa: 'ضرورت فوری', en: 'Urgent need' } },
  { id: 'court-date', name: { fa: 'موعد رسیدگی قضایی', en: 'Court date' } },
  { id: 'error-of-the-office', name: { fa: 'جبران اشتباه اداره', en: 'To make good an error of the office' } },
  { id: 'others-unreachable', name: { fa: 'در دسترس نبودن نفرات پیشین', en: 'Those before could not be reached' } },
];

/** Why a wish to meet may be declined. */
export const tehranDeclineReasons: readonly DeclineReason[] = [
  { id: 'decided-already', name: { fa: 'پیش‌تر درباره آن تصمیم گرفته شده است', en: 'It has been decided already' } },
  { id: 'before-a-court', name: { fa: 'در مرجع قضایی در حال رسیدگی است', en: 'It is before a court' } },
  { id: 'not-for-a-meeting', name: { fa: 'راه دیگری زودتر به نتیجه می‌رسد', en: 'Another way is faster' } },
  { id: 'unclear-matter', name: { fa: 'موضوع درخواست روشن نیست', en: 'The matter is not clear' } },
  { id: 'other', name: { fa: 'دلیل دیگر', en: 'Another reason' } },
];
