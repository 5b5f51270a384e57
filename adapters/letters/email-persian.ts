import type { LetterTemplate } from '../../domain/letter.ts';
import type { ClosingReason, Status } from '../../domain/request.ts';
import type { EmailText } from './email-english.ts';
import type { Words } from './words.ts';

const REASONS: Readonly<Record<ClosingReason, string>> = {
  resolved: 'موضوع به نتیجه رسید',
  'settled-silently': 'به آنچه انجام‌شده اعلام شد در مهلت مقرر اعتراضی نرسید',
  answered: 'پاسخ کتبی داده شد',
  declined: 'پذیرفته نشد',
  withdrawn: 'به خواست شما پس گرفته شد',
  'no-show': 'در نوبت ملاقات حاضر نشدید',
  'legally-barred': 'منع قانونی دارد',
  'referred-out': 'رسیدگی به آن با نهادی بیرون از شهرداری است',
  duplicate: 'با درخواست دیگر شما یکی است',
  lapsed: 'موضوع آن منتفی شده است',
};

const whereOf = ({ place, address }: Words): string => (place ? `\nمحل: ${place}${address ? `، ${address}` : ''}` : '');

export const PERSIAN_EMAIL: Readonly<Record<LetterTemplate, EmailText>> = {
  submitted: { subject: 'ثبت شد', body: (w) => `درخواست ملاقات شما با ${w.official} ثبت شد.` },
  question: { subject: 'نیازمند تکمیل', body: () => 'پیش از تصمیم‌گیری به اطلاعات بیشتری از شما نیاز داریم.' },
  answered: {
    subject: 'پاسخ کتبی',
    body: () => 'به درخواست شما پاسخ کتبی داده شد. اگر هنوز ملاقات می‌خواهید، جای شما در صف حفظ شده است.',
  },
  declined: {
    subject: 'پذیرفته نشد',
    body: (w) =>
      w.status === 'closed'
        ? 'درخواست شما بار دیگر پذیرفته نشد و این تصمیم نهایی است. دلیل آن در پرونده آمده است.'
        : 'درخواست شما پذیرفته نشد. دلیل آن در پرونده آمده است و یک بار می‌توانید اعتراض کنید.',
  },
  referred: {
    subject: 'ارجاع شد',
    body: (w) => `رسیدگی به درخواست شما با ${w.to} است و به آنجا ارجاع شد. کد و جای شما در صف همان است.`,
  },
  'referred-out': {
    subject: 'در صلاحیت نهاد دیگر',
    body: (w) => `رسیدگی به درخواست شما با ${w.to} و بیرون از شهرداری است. درخواست در اینجا بسته شد.`,
  },
  accepted: { subject: 'پذیرفته شد', body: (w) => `درخواست ملاقات شما با ${w.official} پذیرفته شد.` },
  offered: {
    subject: 'نوبت پیشنهادی',
    body: (w) => `نوبت پیشنهادی شما: ${w.turn}. تا ${w.until} می‌توانید بپذیرید، نوبت دیگری برگزینید یا رد کنید.`,
  },
  'offer-lapsed': {
    subject: 'مهلت نوبت پیشنهادی گذشت',
    body: () => 'نوبت پیشنهادی گرفته نشد. جای شما در صف حفظ شده است.',
  },
  scheduled: { subject: 'نوبت ملاقات', body: (w) => `نوبت ملاقات شما: ${w.turn}.${whereOf(w)}` },
  moved: {
    subject: 'تغییر نوبت ملاقات',
    body: (w) => `نوبت ملاقات شما به این زمان تغییر کرد: ${w.turn}.${whereOf(w)}`,
  },
  cancelled: { subject: 'لغو نوبت ملاقات', body: (w) => `نوبت ملاقات ${w.turn} لغو شد.` },
  reminder: { subject: 'یادآوری ملاقات', body: (w) => `یادآوری نوبت ملاقات شما: ${w.turn}.${whereOf(w)}` },
  'last-reminder': { subject: 'یادآوری ملاقات', body: (w) => `یادآوری نوبت ملاقات شما: ${w.turn}.${whereOf(w)}` },
  'turn-near': {
    subject: 'نوبت شما نزدیک است',
    body: (w) => `اکنون ${w.before} نفر پیش از شماست. لطفاً نزدیک محل ملاقات باشید.`,
  },
  'host-absent': {
    subject: 'ملاقات برگزار نشد',
    body: () => 'با پوزش، ملاقات شما به سبب غیبت میزبان برگزار نشد. در نوبت بعد اولویت با شماست.',
  },
  'no-show-rebooked': {
    subject: 'در ملاقات حاضر نشدید',
    body: () => 'در نوبت ملاقات حاضر نشدید. درخواست شما یک بار دیگر در صف نوبت قرار گرفت.',
  },
  outcome: { subject: 'نتیجه ملاقات', body: (w) => `نتیجه ملاقات شما ثبت شد. شمار دستورهای صادرشده: ${w.orders}.` },
  'order-reported': {
    subject: 'گزارش انجام دستور',
    body: (w) => `دستور ${w.order} انجام‌شده اعلام شد. لطفاً مدرک آن را ببینید و تأیید یا رد کنید.`,
  },
  'order-renewed': {
    subject: 'تمدید مهلت دستور',
    body: (w) => `مهلت دستور ${w.order} تا ${w.due} تمدید شد. دلیل آن در پرونده آمده است.`,
  },
  'order-handed-over': {
    subject: 'مسئول تازه دستور',
    body: (w) => `دستور ${w.order} به ${w.to} سپرده شد و مهلت آن ${w.due} است. دلیل آن در پرونده آمده است.`,
  },
  'order-question': {
    subject: 'دستور در انتظار شماست',
    body: (w) =>
      `ادامه دستور ${w.order} بدون شما ممکن نیست. آنچه لازم است در پرونده آمده است؛ لطفاً تا ${w.due} پاسخ دهید. تا آن هنگام مهلت دستور متوقف است.`,
  },
  'order-barred': {
    subject: 'منع قانونی دستور',
    body: (w) => `دستور ${w.order} به سبب منع قانونی انجام‌شدنی نیست. یک بار می‌توانید اعتراض کنید.`,
  },
  'please-confirm': { subject: 'آیا به نتیجه رسید؟', body: () => 'لطفاً بگویید آیا موضوع شما به نتیجه رسیده است.' },
  message: { subject: 'پرسش شهروند', body: () => 'شهروند پرسش یا نکته‌ای نوشته است که در پرونده ثبت شد.' },
  withdrawn: { subject: 'پس گرفته شد', body: () => 'درخواست به خواست شما پس گرفته شد.' },
  merged: {
    subject: 'یکی شدن دو درخواست',
    body: () =>
      'درخواست دیگر شما درباره همین موضوع با این درخواست یکی شد. هر دو همچنان خواندنی است و از این پس تنها درباره این درخواست به شما می‌نویسیم.',
  },
  closed: {
    subject: 'مختومه شد',
    body: (w) => `درخواست شما مختومه شد${w.reason ? `؛ دلیل: ${REASONS[w.reason]}` : ''}.`,
  },
  'still-done': {
    subject: 'همچنان حل‌شده است؟',
    body: (w) =>
      `چندی پیش درخواست شما حل‌شده اعلام و مختومه شد. آیا همچنان چنین است؟ اگر نه، تا ${w.due} با کد پیگیری خود به ما بگویید تا یک رده بالاتر دوباره پیگیری شود.`,
  },
  reopened: { subject: 'بازگشایی', body: () => 'اعتراض شما ثبت شد و درخواست دوباره بررسی می‌شود.' },
  corrected: { subject: 'اصلاح', body: () => 'بخشی از اطلاعات ثبت‌شده درخواست شما اصلاح شد.' },
  closure: {
    subject: 'تعطیلی',
    body: (w) =>
      w.turn
        ? `به سبب تعطیلی، ملاقات شما برگزار نمی‌شود. به‌جای آن این نوبت برای شما نگه داشته شد: ${w.turn}.${whereOf(w)}\nتا ${w.until} می‌توانید بپذیرید، زمان دیگری برگزینید یا بخواهید با شما تماس بگیریم. اگر پاسخی ندهید، نوبت از آن شماست.`
        : 'به سبب تعطیلی، ملاقات شما برگزار نمی‌شود. نخستین نوبت آزاد از آن شماست.',
  },
  'deadline-moved': {
    subject: 'تغییر مهلت',
    body: (w) => `تقویم کاری تغییر کرد و مهلت به ${w.due} منتقل شد. دلیل آن در پرونده آمده است.`,
  },
  escalated: { subject: 'ارجاع برای اقدام', body: (w) => `موضوعی از ${w.unit} برای اقدام به شما رسیده است.` },
  'outcome-due': {
    subject: 'نتیجه ملاقات ثبت نشده است',
    body: (w) => `نتیجه ملاقات ${w.turn} هنوز ثبت نشده است. لطفاً آنچه را رخ داد ثبت کنید.`,
  },
};

/** What happens next and by when, by the stage in which the request stands at the moment of sending. */
export const PERSIAN_NEXT: Readonly<Record<Status, (words: Words) => string>> = {
  submitted: (w) => `${w.unit} تا ${w.deadline} تصمیم می‌گیرد.`,
  'needs-info': (w) => `تا ${w.deadline} درخواست را تکمیل کنید.`,
  answered: (w) => `تا ${w.deadline} بگویید آیا هنوز ملاقات می‌خواهید؛ در غیر این صورت درخواست بسته می‌شود.`,
  declined: (w) => `تا ${w.deadline} می‌توانید اعتراض کنید.`,
  waiting: (w) => `تا ${w.deadline} نوبتی پیشنهاد می‌شود.`,
  offered: (w) => `تا ${w.deadline} به پیشنهاد پاسخ دهید.`,
  scheduled: (w) => `ملاقات در ${w.turn}.`,
  met: (w) => `${w.unit} تا ${w.deadline} نتیجه را ثبت می‌کند.`,
  'in-follow-up': (w) => `انجام دستورها؛ تاریخ بعدی ${w.deadline} است.`,
  'awaiting-confirmation': (w) => `تا ${w.deadline} بگویید آیا انجام شده است؛ در غیر این صورت انجام‌شده به شمار می‌آید.`,
  closed: () => 'کار دیگری باقی نمانده است.',
};
