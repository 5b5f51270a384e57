import type { JumpReason, PriorityClass } from '../../domain/priority.ts';

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
