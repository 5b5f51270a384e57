import { fa as kit } from '../../kit/words/fa.ts';

/** The words of the portal's first page and of what is around every page; `en.ts` must say the same. */
export const fa = {
  kit,
  page: {
    title: 'سامانه ملاقات مردمی',
    lead: 'با مسئولان شهر خود ملاقات کنید و دستورهای آنان را تا انجام دنبال کنید.',
    orCall: 'در این موارد، تماس تلفنی زودتر به نتیجه می‌رسد:',
    needsScript: 'این صفحه به جاوااسکریپت نیاز دارد. بدون آن می‌توانید تلفنی یا حضوری درخواست دهید.',
  },
  foot: {
    label: 'درباره سامانه',
    timetable: 'برنامه ملاقات‌ها',
    help: 'راهنما',
    privacy: 'حریم خصوصی',
    accessibility: 'دسترس‌پذیری',
  },
  start: {
    title: 'ملاقات با مسئولان شهر',
    lead: 'از هر جا و در هر زمان، درخواست ملاقات بدهید؛ سپس ببینید کار دست کیست و تا کی باید انجام شود.',
    ask: 'شروع درخواست',
    track: 'پیگیری درخواست',
    mine: 'درخواست‌های من',
    prepare: 'پیش از شروع',
    prepareItems: [
      'مشخصات شما و شماره هویتی',
      'تلفن همراه یا رایانامه‌ای که اکنون در دسترس است',
      'شرح کوتاه موضوع؛ آنچه پیش‌تر پاسخ گرفته‌اید هم کمک می‌کند',
    ],
    duration: 'پنج گام کوتاه، حدود ده دقیقه.',
    promise: 'تعهد ما',
    promiseTriage: (days: string) => `تا ${days} روز کاری، نخستین پاسخ`,
    promiseTurn: (days: string) => `تا ${days} روز کاری پس از پذیرش، نوبت ملاقات`,
    promiseOrder: (days: string) => `هر دستور تا ${days} روز کاری، مگر آنکه مقام زمان دیگری بگوید`,
    elsewhere: 'شاید راه کوتاه‌تری باشد',
    elsewhereLead: 'در این موارد تماس بگیرید تا زودتر رسیدگی شود:',
  },
};

export type DoorwayWords = typeof fa;
