import type { DeclineReason, JumpReason, PriorityClass } from '../../domain/priority.ts';

/** Who comes first at posts that publish priority classes, and what shows it. */
export const eastmerePriorities: readonly PriorityClass[] = [
  {
    id: 'disability',
    name: { en: 'Disability', fa: 'معلولیت' },
    evidence: { en: 'A disability card or a doctor’s letter', fa: 'کارت معلولیت یا نامه پزشک' },
  },
  {
    id: 'court-date',
    name: { en: 'Court date', fa: 'موعد دادگاه' },
    evidence: { en: 'The summons', fa: 'احضاریه' },
  },
  {
    id: 'dependant',
    name: { en: 'Care of a small child', fa: 'سرپرستی کودک خردسال' },
    evidence: { en: 'The child’s birth certificate', fa: 'گواهی تولد کودک' },
  },
];

export const eastmereJumpReasons: readonly JumpReason[] = [
  { id: 'urgent-need', name: { en: 'Urgent need', fa: 'ضرورت فوری' } },
  { id: 'court-date', name: { en: 'Court date', fa: 'موعد دادگاه' } },
  { id: 'error-of-the-office', name: { en: 'To make good an error of the office', fa: 'جبران اشتباه اداره' } },
];

/** Why a wish to meet may be declined. */
export const eastmereDeclineReasons: readonly DeclineReason[] = [
  { id: 'decided-already', name: { en: 'It has been decided already', fa: 'پیش‌تر درباره آن تصمیم گرفته شده است' } },
  { id: 'before-a-court', name: { en: 'It is before a court', fa: 'در دادگاه در حال رسیدگی است' } },
  { id: 'not-for-a-meeting', name: { en: 'Another way is faster', fa: 'راه دیگری زودتر به نتیجه می‌رسد' } },
  { id: 'other', name: { en: 'Another reason', fa: 'دلیل دیگر' } },
];
