import type * as z from 'zod/mini';

type Said = { readonly en: string; readonly fa: string };

/** What can be wrong with a field, in words; the keys are stable and stand on the wire beside the sentence. */
const MESSAGES: Readonly<Record<string, Said>> = {
  missing: { en: 'This is needed.', fa: 'این فیلد لازم است.' },
  'wrong-type': { en: 'This has the wrong kind of value.', fa: 'نوع مقدار درست نیست.' },
  'wrong-format': { en: 'This is not written in the expected form.', fa: 'قالب نوشته درست نیست.' },
  'not-a-choice': { en: 'This is not one of the choices.', fa: 'این گزینه وجود ندارد.' },
  'too-short': { en: 'This is too short or too small.', fa: 'کوتاه‌تر یا کمتر از حد مجاز است.' },
  'too-long': { en: 'This is too long or too large.', fa: 'بلندتر یا بیشتر از حد مجاز است.' },
  unrecognised: { en: 'This field is not known here.', fa: 'این فیلد شناخته نیست.' },
  unknown: { en: 'This does not exist, or no longer.', fa: 'چنین موردی وجود ندارد یا پایان یافته است.' },
  'not-dealt-with-here': {
    en: 'This official does not deal with this topic.',
    fa: 'این مقام به این موضوع رسیدگی نمی‌کند.',
  },
  'not-offered': { en: 'This is not one of the offered turns.', fa: 'این نوبت جزو نوبت‌های پیشنهادی نیست.' },
  'not-proven': {
    en: 'This is not the contact that was proven by the one-time code.',
    fa: 'این همان نشانی تماسی نیست که با کد یک‌بارمصرف تأیید شد.',
  },
  'not-reached': { en: 'No message can be sent there.', fa: 'به این نشانی پیامی نمی‌رسد.' },
  empty: { en: 'At least one is needed.', fa: 'دست‌کم یک مورد لازم است.' },
  'same-unit': { en: 'The request is with this unit already.', fa: 'درخواست هم‌اکنون نزد همین واحد است.' },
  'same-request': { en: 'This is the request itself.', fa: 'این همان درخواست است.' },
  'other-applicant': {
    en: 'Only requests of the same applicant can be joined.',
    fa: 'تنها درخواست‌های یک متقاضی را می‌توان یکی کرد.',
  },
  'same-slot': { en: 'This is the slot that is held already.', fa: 'این همان نوبت کنونی است.' },
  'other-official': { en: 'This slot belongs to another official.', fa: 'این نوبت متعلق به مقام دیگری است.' },
  'not-outside-the-city': { en: 'This must be a body outside the city.', fa: 'باید نهادی بیرون از شهر باشد.' },
  'outside-the-city': { en: 'This unit is not in the city’s tree.', fa: 'این واحد در ساختار شهر نیست.' },
  'closed-that-day': { en: 'The office is closed on that day.', fa: 'واحد در آن روز تعطیل است.' },
  'in-the-future': { en: 'This lies in the future.', fa: 'این تاریخ در آینده است.' },
  'other-city': { en: 'This belongs to another city.', fa: 'این مورد متعلق به شهر دیگری است.' },
  'contradicts-itself': {
    en: 'Parts of this contradict each other.',
    fa: 'بخش‌هایی از این داده با هم سازگار نیست.',
  },
  'not-by-phone': {
    en: 'Nobody arrives for a session by phone or video; begin with the call.',
    fa: 'در جلسه تلفنی و تصویری ورود ثبت نمی‌شود؛ از تماس آغاز کنید.',
  },
  'outside-hours': { en: 'This lies outside office hours.', fa: 'این زمان بیرون از ساعت اداری است.' },
  'absent-then': { en: 'An absence is recorded for that time already.', fa: 'برای آن زمان پیش‌تر غیبت ثبت شده است.' },
  'other-people': {
    en: 'Other people are affected now than the preview showed. Look again.',
    fa: 'کسانی که اثر می‌پذیرند با پیش‌نمایش یکی نیستند. دوباره ببینید.',
  },
  'unknown-date': { en: 'No calendar has such a day.', fa: 'چنین روزی در تقویم نیست.' },
  duplicate: { en: 'This stands in the list twice.', fa: 'این مورد در فهرست تکراری است.' },
  'outside-the-year': { en: 'This day lies outside the year.', fa: 'این روز در آن سال نیست.' },
  'in-the-past': { en: 'This lies in the past.', fa: 'این زمان گذشته است.' },
  'not-later': {
    en: 'The new date must be later than the present one.',
    fa: 'تاریخ تازه باید پس از تاریخ کنونی باشد.',
  },
  'before-start': { en: 'This lies before the start.', fa: 'این زمان پیش از آغاز است.' },
  'does-not-fit': { en: 'This does not fit into the session.', fa: 'با جلسه سازگار نیست.' },
  'of-another-order': {
    en: 'This document belongs to another order; it proves nothing about this one.',
    fa: 'این سند متعلق به دستور دیگری است و انجام این دستور را نشان نمی‌دهد.',
  },
  'outside-the-page': { en: 'The box leaves its page.', fa: 'کادر از صفحه بیرون زده است.' },
  'no-such-page': { en: 'The scan has no such page.', fa: 'تصویر چنین صفحه‌ای ندارد.' },
  'pages-not-ready': {
    en: 'The pages of this scan are not ready yet.',
    fa: 'صفحه‌های این تصویر هنوز آماده نیست.',
  },
  'box-on-another-document': {
    en: 'The box lies on another document than the scan.',
    fa: 'کادر روی سندی جز تصویر دستور است.',
  },
};

export const fieldMessage = (problem: string, language: string): string => {
  const said = MESSAGES[problem] ?? MESSAGES['wrong-format'];
  return (language === 'fa' ? said?.fa : said?.en) ?? problem;
};

/** The word for what a schema found wrong. A check of our own may name its word in the issue's message. */
export const problemWord = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'wrong-type';
    case 'invalid_value':
      return issue.input === undefined ? 'missing' : 'not-a-choice';
    case 'too_small':
      return 'too-short';
    case 'too_big':
      return 'too-long';
    case 'unrecognized_keys':
      return 'unrecognised';
    case 'custom':
      return issue.message in MESSAGES ? issue.message : 'wrong-format';
    default:
      return 'wrong-format';
  }
};
