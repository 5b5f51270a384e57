import type { Blackout, Scan, ScanFault } from '../domain/scan.ts';

type Said = { readonly en: string; readonly fa: string };

const STATES: Readonly<Record<Exclude<Scan['state'], 'refused'>, Said>> = {
  arriving: { en: 'The file is on its way.', fa: 'فایل در راه است.' },
  'being-looked-at': {
    en: 'The file is being checked and its pages are being prepared.',
    fa: 'فایل در حال بررسی است و صفحه‌های آن آماده می‌شود.',
  },
  ready: { en: 'The pages are ready.', fa: 'صفحه‌ها آماده است.' },
};

/** Why a file was refused, and what to do. */
const FAULTS: Readonly<Record<ScanFault, Said>> = {
  'never-arrived': {
    en: 'The file never arrived. Upload it again.',
    fa: 'فایل نرسید. دوباره بارگذاری کنید.',
  },
  'not-its-type': {
    en: 'The content is not what the file’s type says. Save it as JPEG, PNG or PDF and upload it again.',
    fa: 'محتوای فایل با نوع آن یکی نیست. آن را با قالب JPEG، PNG یا PDF ذخیره و دوباره بارگذاری کنید.',
  },
  damaged: {
    en: 'The file is damaged or incomplete. Scan or photograph it once more.',
    fa: 'فایل آسیب دیده یا ناقص است. یک بار دیگر اسکن کنید یا عکس بگیرید.',
  },
  locked: {
    en: 'The PDF is locked by a password. Save it without one.',
    fa: 'فایل PDF رمز دارد. آن را بدون رمز ذخیره کنید.',
  },
  'too-many-pixels': {
    en: 'The picture is too large. Scan it with 300 dots an inch, or photograph it with a telephone.',
    fa: 'ابعاد تصویر بیش از اندازه است. با دقت ۳۰۰ نقطه در اینچ اسکن کنید یا با تلفن عکس بگیرید.',
  },
  'too-many-pages': {
    en: 'A PDF may have twenty pages at most. Split it.',
    fa: 'فایل PDF حداکثر بیست صفحه می‌تواند داشته باشد. آن را به چند فایل تقسیم کنید.',
  },
  'too-hard': {
    en: 'The file could not be read within the time allowed. Photograph the page instead.',
    fa: 'خواندن فایل در زمان مجاز ممکن نشد. به جای آن از صفحه عکس بگیرید.',
  },
  infected: {
    en: 'Malware was found in the file. Do not open it; tell your IT service where it came from.',
    fa: 'در فایل بدافزار یافت شد. آن را باز نکنید و منشأ آن را به واحد فناوری اطلاعات خبر دهید.',
  },
  'not-checked': {
    en: 'The file could not be searched for malware. Upload it again.',
    fa: 'جست‌وجوی بدافزار در فایل ممکن نشد. دوباره بارگذاری کنید.',
  },
};

const REASONS: Readonly<Record<Blackout['reason'], Said>> = {
  'other-person': { en: 'Names another person', fa: 'نام شخص دیگر' },
  'identity-number': { en: 'An identity number', fa: 'شماره هویتی' },
  'contact-details': { en: 'An address or telephone number', fa: 'نشانی یا شماره تلفن' },
  'file-number': { en: 'The number of another file', fa: 'شماره پرونده دیگر' },
  health: { en: 'Tells of somebody’s health', fa: 'اطلاعات سلامت افراد' },
  'business-secret': { en: 'A business secret', fa: 'اسرار تجاری' },
  'internal-note': { en: 'An internal note of the office', fa: 'یادداشت داخلی اداره' },
};

const inLanguage = (said: Said, language: string): string => (language === 'fa' ? said.fa : said.en);

export const sayScan = ({ state, fault }: Pick<Scan, 'state' | 'fault'>, language: string): string =>
  inLanguage(state === 'refused' ? FAULTS[fault ?? 'damaged'] : STATES[state], language);

export const sayBlackoutReason = (reason: Blackout['reason'], language: string): string =>
  inLanguage(REASONS[reason], language);
