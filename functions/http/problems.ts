import type { Problem } from '../../contract/problem.ts';
import type { Refusal, Refused } from '../../domain/outcome.ts';
import { fieldMessage } from './field-messages.ts';
import { refusalDetail } from './refusal-detail.ts';

type Said = { readonly status: number; readonly en: string; readonly fa: string };

/** Every refusal with its HTTP status and its title; one that is missing does not compile. */
const SAID: Readonly<Record<Refusal | 'fault', Said>> = {
  'already-recorded': { status: 409, en: 'This has been recorded already.', fa: 'این مورد پیش‌تر ثبت شده است.' },
  'changed-meanwhile': {
    status: 409,
    en: 'Somebody changed this in the meantime. Look again, then repeat.',
    fa: 'در این فاصله تغییری رخ داده است. دوباره ببینید و تکرار کنید.',
  },
  'code-expired': {
    status: 422,
    en: 'This code is no longer valid. Ask for a new one.',
    fa: 'اعتبار این کد تمام شده است. کد تازه بگیرید.',
  },
  'code-wrong': { status: 422, en: 'This code is not right.', fa: 'کد درست نیست.' },
  'document-missing': {
    status: 422,
    en: 'A document has not arrived yet, or is not the file that was announced.',
    fa: 'سندی هنوز نرسیده یا همان فایل اعلام‌شده نیست.',
  },
  'idempotency-key-reused': {
    status: 422,
    en: 'This Idempotency-Key was used for another content.',
    fa: 'این Idempotency-Key برای محتوای دیگری به کار رفته است.',
  },
  'in-use': { status: 409, en: 'Something current still depends on this.', fa: 'هنوز چیزی به این مورد وابسته است.' },
  invalid: { status: 422, en: 'Some fields need another look.', fa: 'برخی فیلدها نیاز به اصلاح دارند.' },
  'limit-reached': { status: 409, en: 'The limit for this has been reached.', fa: 'سقف این کار پر شده است.' },
  malformed: { status: 400, en: 'The call could not be read as JSON.', fa: 'فراخوانی به صورت JSON خوانده نشد.' },
  'moves-used-up': {
    status: 409,
    en: 'This appointment has been moved as often as the rules allow.',
    fa: 'این نوبت تا سقف مجاز جابه‌جا شده است.',
  },
  'not-allowed': { status: 403, en: 'Your role does not include this.', fa: 'نقش شما اجازه این کار را نمی‌دهد.' },
  'not-found': {
    status: 404,
    en: 'Nothing was found here, or it is not yours to see.',
    fa: 'چیزی یافت نشد یا دیدن آن برای شما مجاز نیست.',
  },
  'not-in-remit': { status: 422, en: 'This matter is outside the city’s remit.', fa: 'این موضوع در صلاحیت شهر نیست.' },
  'objection-used': {
    status: 409,
    en: 'An objection can be made once, and it has been made.',
    fa: 'اعتراض یک بار ممکن است و پیش‌تر ثبت شده است.',
  },
  'open-request-exists': {
    status: 409,
    en: 'You already have an open request to this official.',
    fa: 'شما یک درخواست باز برای همین مقام دارید.',
  },
  'outside-the-city': { status: 422, en: 'This unit is not part of the city.', fa: 'این واحد جزو شهر نیست.' },
  'session-has-turns': { status: 409, en: 'People hold turns in this session.', fa: 'در این جلسه نوبت داده شده است.' },
  'session-impossible': { status: 422, en: 'This cannot be at this time.', fa: 'این کار در این زمان ممکن نیست.' },
  'sign-in-needed': {
    status: 401,
    en: 'Please sign in, or prove your contact again.',
    fa: 'لطفاً وارد شوید یا نشانی تماس خود را دوباره تأیید کنید.',
  },
  'slot-gone': { status: 409, en: 'This slot is no longer free.', fa: 'این نوبت دیگر خالی نیست.' },
  'too-large': { status: 413, en: 'This is larger than what can be taken.', fa: 'حجم از اندازه مجاز بیشتر است.' },
  'too-late': { status: 409, en: 'The time for this has passed.', fa: 'مهلت این کار گذشته است.' },
  'too-many-attempts': {
    status: 429,
    en: 'Too many attempts. Try again tomorrow.',
    fa: 'تعداد تلاش‌ها زیاد است. فردا دوباره تلاش کنید.',
  },
  'wrong-state': {
    status: 409,
    en: 'This is not possible at the stage in which the matter stands.',
    fa: 'در مرحله کنونی این کار ممکن نیست.',
  },
  fault: {
    status: 500,
    en: 'Something went wrong on our side. Nothing was lost; please try again.',
    fa: 'خطایی از سوی ما رخ داد. چیزی از دست نرفته است؛ لطفاً دوباره تلاش کنید.',
  },
};

export const statusOf = (reason: Refusal): number => SAID[reason].status;

const titleOf = (said: Said, language: string): string => (language === 'fa' ? said.fa : said.en);

/** A refusal as the caller reads it: RFC 9457, in their language, naming each field. */
export const problemOf = ({ reason, details }: Refused, language: string): Problem => {
  const said = SAID[reason];
  const { status: state, fields, ...facts } = details;
  const detail = refusalDetail(facts, language);
  return {
    type: reason,
    title: titleOf(said, language),
    status: said.status,
    ...(detail !== undefined && { detail }),
    ...(state !== undefined && { state }),
    ...(fields && { fields: fields.map((field) => ({ ...field, message: fieldMessage(field.problem, language) })) }),
    ...(Object.keys(facts).length > 0 && { facts }),
  };
};

/** Our own fault: says so, and nothing about what went wrong inside. */
export const faultProblem = (language: string): Problem => ({
  type: 'fault',
  title: titleOf(SAID.fault, language),
  status: SAID.fault.status,
});
