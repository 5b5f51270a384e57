import { fa as office } from '../../../domain/words/fa.ts';

/** Words that both apps use; `en.ts` must say the same. */
export const fa = {
  skip: 'رفتن به متن اصلی',
  loading: 'در حال دریافت…',
  notFound: 'صفحه یافت نشد',
  notFoundLead: 'نشانی درست نیست یا این صفحه جابه‌جا شده است.',
  toStart: 'صفحه نخست',
  mistake: 'خطا',
  offline: 'اینترنت شما قطع است. آنچه نوشته‌اید می‌ماند؛ پس از وصل شدن ادامه دهید.',
  appearance: 'نما',
  appearances: { system: 'همانند دستگاه', light: 'روشن', dark: 'تیره' },
  retry: 'تلاش دوباره',
  optional: '(اختیاری)',
  choose: 'انتخاب کنید',
  required: 'این مورد را بنویسید یا انتخاب کنید.',
  tooShort: 'کوتاه است؛ کمی بیشتر بنویسید.',
  whichNumber: 'کدام شماره؟',
  wrongNumber: 'این شماره درست نوشته نشده است.',
  problemTitle: 'مشکلی پیش آمده است',
  problems: {
    unreachable:
      'ارتباط برقرار نشد. اینترنت خود را ببینید و دوباره تلاش کنید؛ آنچه نوشته‌اید می‌ماند و دو بار ثبت نمی‌شود.',
    fault: 'خطایی از سوی ما رخ داد. لطفاً کمی بعد دوباره تلاش کنید.',
    signIn: 'نشست شما پایان یافته است. دوباره وارد شوید.',
    upload: 'فایل بارگذاری نشد. دوباره تلاش کنید.',
  },
  left: (count: string) => `${count} نویسه مانده است`,
  over: (count: string) => `${count} نویسه بیش از اندازه است`,
  chooseFile: 'انتخاب فایل',
  fileHint: 'PDF، JPEG یا PNG، تا ۲۰ مگابایت',
  statuses: office.statuses,
  orderStatuses: office.orderStatuses,
  closingReasons: office.closingReasons,
  unitKinds: {
    headquarters: 'شهرداری',
    district: 'منطقه‌ها',
    organisation: 'سازمان‌ها',
    company: 'شرکت‌ها',
    external: 'نهادهای بیرون از شهر',
  },
  modes: { 'in-person': 'حضوری', phone: 'تلفنی', video: 'تصویری' },
  actors: office.actors,
  events: office.events,
  orderNumber: (number: string) => `دستور ${number}`,
};

export type KitWords = typeof fa;
