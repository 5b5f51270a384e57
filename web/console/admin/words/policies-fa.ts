import type { PolicyPath } from '../policies/policy-paths.ts';

/** What a policy is called, in what it is counted where it is counted, and what it is for. */
export type PolicyText = { readonly label: string; readonly unit?: string; readonly why: string };

const EACH: Readonly<Record<PolicyPath, PolicyText>> = {
  triageWorkingDays: {
    label: 'مهلت بررسی',
    unit: 'روز کاری',
    why: 'تا آن زمان واحد باید درباره درخواست تصمیم بگیرد.',
  },
  referralsAllowed: {
    label: 'سقف ارجاع درون شهر',
    unit: 'بار',
    why: 'پس از آن هماهنگ‌کننده تصمیم می‌گیرد.',
  },
  'citizenAnswersWithinWorkingDays.needsInfo': {
    label: 'مهلت تکمیل اطلاعات',
    unit: 'روز کاری',
    why: 'مهلت شهروند برای پاسخ به پرسش واحد؛ زمان واحد در این مدت نمی‌گذرد.',
  },
  'citizenAnswersWithinWorkingDays.answered': {
    label: 'مهلت پس از پاسخ کتبی',
    unit: 'روز کاری',
    why: 'شهروند تا آن زمان می‌تواند بگوید هنوز ملاقات می‌خواهد.',
  },
  'citizenAnswersWithinWorkingDays.objection': {
    label: 'مهلت اعتراض',
    unit: 'روز کاری',
    why: 'پس از نپذیرفتن درخواست یا بستن پرونده.',
  },
  'citizenAnswersWithinWorkingDays.confirmation': {
    label: 'مهلت تأیید انجام',
    unit: 'روز کاری',
    why: 'پس از گزارش انجام دستور؛ سکوت شهروند پرونده را می‌بندد.',
  },
  openRequestsPerOfficial: {
    label: 'درخواست باز هر متقاضی برای هر مقام',
    unit: 'درخواست',
    why: 'همیشه یکی است.',
  },
  turnOfferedWithinWorkingDays: {
    label: 'مهلت پیشنهاد نوبت',
    unit: 'روز کاری',
    why: 'پس از پذیرش؛ اگر بگذرد، کار به هماهنگ‌کننده می‌رسد.',
  },
  offerHoldWorkingDays: {
    label: 'مهلت پذیرش نوبت پیشنهادی',
    unit: 'روز کاری',
    why: 'نوبت تا آن زمان برای شهروند نگه داشته می‌شود.',
  },
  formHoldMinutes: {
    label: 'نگهداری نوبت هنگام پر کردن فرم',
    unit: 'دقیقه',
    why: 'تا دو نفر یک نوبت را همزمان نگیرند.',
  },
  'releasedSlotDelayMinutes.min': {
    label: 'کمترین درنگ نوبت آزادشده',
    unit: 'دقیقه',
    why: 'نوبت آزادشده پس از درنگی تصادفی بازمی‌گردد تا کسی نتواند آن را به دیگری برساند.',
  },
  'releasedSlotDelayMinutes.max': {
    label: 'بیشترین درنگ نوبت آزادشده',
    unit: 'دقیقه',
    why: 'نباید از کمترین درنگ کمتر باشد.',
  },
  movesAllowed: { label: 'سقف جابه‌جایی نوبت', unit: 'بار', why: 'به خواست شهروند.' },
  moveUntil: { label: 'آخرین ساعت جابه‌جایی', why: 'در واپسین روز کاری پیش از نوبت.' },
  rebookNoShows: {
    label: 'نوبت دوباره پس از غیبت',
    unit: 'بار',
    why: 'پس از آن پرونده با غیبت شهروند بسته می‌شود.',
  },
  freePasses: {
    label: 'رد پیشنهاد بدون از دست دادن جای صف',
    unit: 'بار',
    why: 'رد کردن یا بی‌پاسخ گذاشتن پیشنهاد نوبت.',
  },
  afterFreePasses: { label: 'اگر باز هم رد شود', why: 'جای شهروند در صف پس از سقف بالا.' },
  offersByItself: {
    label: 'سامانه خود نوبت پیشنهاد دهد',
    why: 'نوبت‌های خالی به ترتیب به سر صف پیشنهاد می‌شود.',
  },
  drawNoticeHours: {
    label: 'فاصله اعلام تا قرعه‌کشی',
    unit: 'ساعت',
    why: 'تا همه بتوانند پیش از قرعه‌کشی آن را ببینند.',
  },
  'earlierOffers.most': {
    label: 'سقف پیشنهاد نوبت زودتر',
    unit: 'بار',
    why: 'برای کسی که نوبت زودتر خواسته است.',
  },
  'earlierOffers.daysApart': {
    label: 'فاصله میان این پیشنهادها',
    unit: 'روز',
    why: 'تا پیام‌ها پی‌درپی نشود.',
  },
  'reminders.daysBefore': { label: 'یادآوری نخست', unit: 'روز پیش از نوبت', why: 'پیام یادآوری به شهروند.' },
  'reminders.workingDayBeforeAt': { label: 'ساعت یادآوری دوم', why: 'در روز کاری پیش از نوبت.' },
  'reminders.spreadMinutes': {
    label: 'پخش یادآوری‌ها',
    unit: 'دقیقه',
    why: 'تا همه پیام‌ها یک‌باره فرستاده نشود.',
  },
  'reminders.notBefore': { label: 'پیام نه پیش از ساعت', why: 'به ساعت شهر.' },
  'reminders.notAfter': { label: 'پیام نه پس از ساعت', why: 'به ساعت شهر.' },
  tellsTurnNearAt: {
    label: 'خبر نزدیک شدن نوبت در روز ملاقات',
    unit: 'نفر جلوتر',
    why: 'اگر خالی یا صفر باشد، پیامی نمی‌رود.',
  },
  'sessionTemplate.weekday': { label: 'روز معمول جلسه', why: 'آنچه هنگام برنامه‌ریزی پیشنهاد می‌شود.' },
  'sessionTemplate.startsAt': { label: 'آغاز جلسه', why: 'به ساعت شهر.' },
  'sessionTemplate.endsAt': { label: 'پایان جلسه', why: 'باید پس از آغاز باشد.' },
  'sessionTemplate.slotMinutes': { label: 'هر نوبت', unit: 'دقیقه', why: 'زمان هر ملاقات.' },
  'sessionTemplate.urgentSlots': {
    label: 'نوبت‌های فوری',
    unit: 'نوبت در هر جلسه',
    why: 'برای کارهای فوری نگه داشته می‌شود.',
  },
  'sessionTemplate.walkInSlots': {
    label: 'نوبت‌های حضوری',
    unit: 'نوبت در هر جلسه',
    why: 'برای کسانی که همان روز می‌آیند.',
  },
  'sessionPlanning.weeksAhead': {
    label: 'برنامه‌ریزی جلسه‌ها',
    unit: 'هفته پیش‌تر',
    why: 'جلسه‌ها از روی الگوی مقام‌ها ساخته می‌شود.',
  },
  'sessionPlanning.publishDaysAhead': {
    label: 'انتشار جلسه‌ها',
    unit: 'روز پیش‌تر',
    why: 'از آن پس شهروندان نوبت‌ها را می‌بینند.',
  },
  outcomeWorkingDays: {
    label: 'مهلت ثبت نتیجه ملاقات',
    unit: 'روز کاری',
    why: 'پس از پایان جلسه؛ سپس به رده بالاتر می‌رود.',
  },
  orderDueWorkingDays: {
    label: 'مهلت معمول دستور',
    unit: 'روز کاری',
    why: 'مگر مقام مهلت دیگری بگذارد.',
  },
  renewalsAllowed: {
    label: 'سقف تمدید دستور',
    unit: 'بار',
    why: 'پس از آن تنها مدیر یا مقام می‌تواند تمدید کند.',
  },
  veryLateWorkingDays: {
    label: 'دستور بسیار دیر',
    unit: 'روز کاری پس از مهلت',
    why: 'در گزارش‌ها جدا شمرده می‌شود.',
  },
  rungWorkingDays: {
    label: 'ماندن در هر رده',
    unit: 'روز کاری',
    why: 'سپس موضوع یک رده بالاتر می‌رود.',
  },
  ladder: { label: 'نردبان ارجاع به مافوق', why: 'چه کسی پس از چه کسی کار دیرشده را در دست می‌گیرد؛ از پایین به بالا.' },
  correctionWorkingDays: {
    label: 'مهلت اصلاح داده',
    unit: 'روز کاری',
    why: 'پس از آن تنها مدیر واحد می‌تواند اصلاح کند.',
  },
  silentCallsPercent: {
    label: 'تماس با شهروندان خاموش',
    unit: 'از هر صد پرونده',
    why: 'از پرونده‌هایی که با سکوت بسته شده‌اند، چند مورد تلفنی پرسیده شود.',
  },
  askAgainAfterDays: {
    label: 'پرسش دوباره پس از حل موضوع',
    unit: 'روز',
    why: 'آیا موضوع همچنان حل‌شده است؟',
  },
  retentionYears: {
    label: 'نگهداری داده شخصی',
    unit: 'سال پس از بستن پرونده',
    why: 'سپس ناشناس می‌شود و آمار می‌ماند.',
  },
};

export const policiesFa = {
  saved: 'مقررات ذخیره شد و از هم‌اکنون معتبر است. مهلت‌هایی که پیش‌تر داده شده‌اند تغییر نمی‌کنند.',
  ofUnit: 'هر موردی که خالی بماند، همانند شهر است.',
  asCity: 'همانند شهر',
  inCity: (value: string) => `در شهر: ${value}.`,
  groups: {
    triage: 'بررسی درخواست',
    turns: 'صف و نوبت',
    reminders: 'یادآوری‌ها',
    sessions: 'جلسه‌ها',
    orders: 'نتیجه و دستورها',
    escalation: 'ارجاع به مافوق',
    afterwards: 'پس از بستن پرونده',
  },
  each: EACH,
  choices: { 'keeps-place': 'جای خود را نگه می‌دارد', 'behind-same-day': 'پشت سر متقاضیان همان روز می‌رود' },
  rung: 'چه کسی',
  rungDays: 'ماندن در این رده (روز کاری)',
  rungDaysHint: 'اگر خالی بماند، همان زمان رده‌های دیگر.',
  rungs: {
    'unit-manager': 'مدیر واحد',
    'managers-above': 'مدیر هر واحد بالاتر',
    coordinator: 'هماهنگ‌کننده',
    inspector: 'بازرس',
    'headquarters-manager': 'مدیر ستاد شهرداری',
  },
};
