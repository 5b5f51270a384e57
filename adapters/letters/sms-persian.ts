import type { LetterTemplate } from '../../domain/letter.ts';
import type { Words } from './words.ts';

/** A mark before a code, so that one that begins with digits is not turned round inside Persian text. */
const LEFT_TO_RIGHT = '\u200e';
const codeOf = ({ code }: Words): string => `${LEFT_TO_RIGHT}${code}`;
const turnOf = ({ turn, place }: Words): string => (place ? `${turn}، ${place}` : turn);

/** Case messages: never the topic, never an address on the web, two parts at most. */
export const PERSIAN_SMS: Readonly<Record<LetterTemplate, (words: Words) => string>> = {
  submitted: (w) => `درخواست ملاقات شما ثبت شد. کد پیگیری: ${codeOf(w)}`,
  question: (w) => `درخواست ${codeOf(w)} نیاز به تکمیل دارد. مهلت: ${w.deadline}`,
  answered: (w) => `به درخواست ${codeOf(w)} پاسخ کتبی داده شد. اگر هنوز ملاقات می‌خواهید تا ${w.deadline} اعلام کنید.`,
  declined: (w) =>
    w.status === 'closed'
      ? `درخواست ${codeOf(w)} پذیرفته نشد. این تصمیم نهایی است.`
      : `درخواست ${codeOf(w)} پذیرفته نشد. مهلت اعتراض: ${w.deadline}`,
  referred: (w) => `درخواست ${codeOf(w)} به ${w.to} ارجاع شد. جای شما در صف حفظ می‌شود.`,
  'referred-out': (w) => `رسیدگی به درخواست ${codeOf(w)} با ${w.to} است.`,
  accepted: (w) => `درخواست ${codeOf(w)} پذیرفته شد. نوبت تا ${w.promised} پیشنهاد می‌شود.`,
  offered: (w) => `نوبت پیشنهادی شما: ${w.turn}. مهلت پاسخ: ${w.until}. کد ${codeOf(w)}`,
  'offer-lapsed': (w) => `مهلت نوبت پیشنهادی گذشت. درخواست ${codeOf(w)} در صف می‌ماند.`,
  scheduled: (w) => `نوبت ملاقات شما: ${turnOf(w)}. کد ${codeOf(w)}`,
  moved: (w) => `نوبت تازه ملاقات شما: ${turnOf(w)}. کد ${codeOf(w)}`,
  'earlier-offered': (w) => `نوبت زودتر، به جای نوبت کنونی: ${w.turn}. مهلت پاسخ: ${w.until}. کد ${codeOf(w)}`,
  cancelled: (w) => `نوبت ${w.turn} لغو شد و در صف می‌مانید. کد ${codeOf(w)}`,
  'session-cancelled': (w) =>
    w.turn
      ? `جلسه لغو شد؛ نوبت تازه: ${w.turn}. پذیرش، تغییر یا تماس تا ${w.until}. کد ${codeOf(w)}`
      : `جلسه ملاقات لغو شد. درخواست ${codeOf(w)} در نوبت بعد اولویت دارد.`,
  'stand-in': (w) => `نوبت ${w.turn} با ${w.standIn} است. می‌توانید با حفظ جا منتظر خود مقام بمانید. کد ${codeOf(w)}`,
  reminder: (w) => `یادآوری ملاقات: ${turnOf(w)}. کد ${codeOf(w)}`,
  'last-reminder': (w) => `یادآوری ملاقات: ${turnOf(w)}. کد ${codeOf(w)}`,
  'turn-near': (w) => `${w.before} نفر پیش از شماست؛ لطفاً نزدیک محل باشید. کد ${codeOf(w)}`,
  'host-absent': (w) => `با پوزش، ملاقات برگزار نشد. کد ${codeOf(w)} در نوبت بعد اولویت دارد.`,
  'no-show-rebooked': (w) => `در نوبت حاضر نشدید. درخواست ${codeOf(w)} دوباره در صف است.`,
  outcome: (w) => `نتیجه ملاقات ثبت شد: ${w.orders} دستور. کد ${codeOf(w)}`,
  'order-reported': (w) => `انجام دستور ${w.order} درخواست ${codeOf(w)} اعلام شد. تأیید می‌کنید؟`,
  'order-renewed': (w) => `مهلت دستور ${w.order} درخواست ${codeOf(w)} تا ${w.due} تمدید شد.`,
  'order-handed-over': (w) => `دستور ${w.order} درخواست ${codeOf(w)} به ${w.to} سپرده شد. مهلت: ${w.due}.`,
  'order-question': (w) => `دستور ${w.order} درخواست ${codeOf(w)} در انتظار پاسخ شماست. مهلت: ${w.due}`,
  'order-barred': (w) => `دستور ${w.order} درخواست ${codeOf(w)} منع قانونی دارد؛ حق یک اعتراض دارید.`,
  'please-confirm': (w) => `آیا درخواست ${codeOf(w)} به نتیجه رسید؟ مهلت پاسخ: ${w.deadline}`,
  message: (w) => `شهروند درباره درخواست ${codeOf(w)} پیامی نوشته است.`,
  withdrawn: (w) => `درخواست ${codeOf(w)} به خواست شما پس گرفته شد.`,
  merged: (w) => `درخواست دیگر شما در همین موضوع با ${codeOf(w)} یکی شد.`,
  closed: (w) => `درخواست ${codeOf(w)} مختومه شد.`,
  'still-done': (w) =>
    `آیا موضوع درخواست ${codeOf(w)} همچنان حل‌شده است؟ اگر نه، تا ${w.due} بگویید تا دوباره پیگیری شود.`,
  reopened: (w) => `اعتراض شما ثبت شد. درخواست ${codeOf(w)} دوباره بررسی می‌شود.`,
  corrected: (w) => `اطلاعات درخواست ${codeOf(w)} اصلاح شد.`,
  closure: (w) =>
    w.turn
      ? `تعطیلی؛ نوبت تازه: ${w.turn}. پذیرش، تغییر یا تماس تا ${w.until}. کد ${codeOf(w)}`
      : `به سبب تعطیلی ملاقات برگزار نمی‌شود. درخواست ${codeOf(w)} در نوبت بعد اولویت دارد.`,
  'deadline-moved': (w) => `با تغییر تقویم کاری، مهلت تازه: ${w.due}. کد ${codeOf(w)}`,
  escalated: (w) => `درخواست ${codeOf(w)} برای اقدام به شما رسید. مهلت: ${w.deadline}`,
  'outcome-due': (w) => `نتیجه ملاقات ${codeOf(w)} ثبت نشده است. مهلت: ${w.deadline}`,
};
