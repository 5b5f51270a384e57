/** What the page itself says, in both languages of the house. */
export const WORDS = {
  en: {
    title: 'The API of the public meeting',
    skip: 'To the operations',
    contents: 'Operations',
    guide: 'A first request in five calls',
    guideLead: 'Set API to the address of the service. The city here is the invented Eastmere; put in your own.',
    steps: [
      'See the city: its languages, id kinds and limits.',
      'Prove a mobile number: an 8-digit code is sent to it (on one machine it is read at $API/outbox).',
      'Give the code back with the proofId of that answer; keep the token as SESSION for what follows.',
      'Ask for the meeting. The same Idempotency-Key with the same content never makes a second request.',
      'Follow it: where it stands, who must act, by when and why then.',
    ],
    signIn: 'Who calls, and how they prove it',
    signInLead:
      'ISSUER is the address of the sign-in: on one machine $API/sign-in, in the cloud an output of the deployment; ' +
      'its /.well-known/openid-configuration names the addresses below it. A call without a valid token is refused with 401.',
    proofs: {
      citizen:
        'Citizens send the token of confirm-contact (twelve hours), or that of open-personal-link (one hour, one request), as SESSION.',
      staff:
        'The staff sign in by OpenID Connect: authorization code with PKCE, client “console” locally. The access token is STAFF_TOKEN; ' +
        'it names the person, whose roles are read at each call. On one machine a script prints it:',
      partner: 'Partner lines have a client of their own and ask for PARTNER_TOKEN with its secret:',
    },
    document: 'The same as an OpenAPI 3.1 document',
    parameters: 'Parameters',
    body: 'Body',
    reply: 'Reply',
    refusals: 'Refusals',
    example: 'Example',
    name: 'Name',
    place: 'Place',
    what: 'What',
    needed: 'Needed',
    yes: 'yes',
    no: 'no',
    status: 'Status',
    word: 'Type',
    meaning: 'Meaning',
    schemas: 'Schemas',
    audiences: {
      anyone: 'For anyone',
      citizen: 'For citizens',
      staff: 'For the staff',
      partner: 'For partners',
    },
  },
  fa: {
    title: 'رابط برنامه‌نویسی ملاقات مردمی',
    skip: 'به فهرست عملیات',
    contents: 'عملیات',
    guide: 'نخستین درخواست در پنج فراخوانی',
    guideLead: 'نشانی سرویس را در API بگذارید. شهر در اینجا ایست‌میرِ خیالی است؛ شهر خود را بنویسید.',
    steps: [
      'شهر را ببینید: زبان‌ها، انواع شناسه و مهلت‌ها.',
      'تلفن همراه را تأیید کنید: کدی هشت‌رقمی به آن فرستاده می‌شود (روی یک رایانه در $API/outbox خوانده می‌شود).',
      'کد را با proofId همان پاسخ بازگردانید و توکن را برای ادامه در SESSION نگه دارید.',
      'درخواست ملاقات را بفرستید. همان Idempotency-Key با همان محتوا هرگز درخواست دومی نمی‌سازد.',
      'آن را پیگیری کنید: در چه مرحله‌ای است، نوبت کار کیست، تا کی و چرا.',
    ],
    signIn: 'چه کسی فراخوانی می‌کند و چگونه خود را می‌شناساند',
    signInLead:
      'ISSUER نشانی ورود است: روی یک رایانه $API/sign-in و در ابر یکی از خروجی‌های استقرار؛ ' +
      'نشانی‌های زیر آن در ‎/.well-known/openid-configuration آمده است. فراخوانی بدون توکن معتبر با ۴۰۱ رد می‌شود.',
    proofs: {
      citizen:
        'شهروندان توکن confirm-contact (دوازده ساعت) یا توکن open-personal-link (یک ساعت، یک درخواست) را به جای SESSION می‌فرستند.',
      staff:
        'کارکنان با OpenID Connect وارد می‌شوند: authorization code همراه PKCE؛ کلاینت محلی «console» است. access token همان STAFF_TOKEN است؛ ' +
        'این توکن فقط شخص را می‌شناساند و نقش او در هر فراخوانی خوانده می‌شود. روی یک رایانه این دستور آن را چاپ می‌کند:',
      partner: 'هر سامانه همکار کلاینت خود را دارد و با رمز آن PARTNER_TOKEN می‌گیرد:',
    },
    document: 'همین‌ها به صورت سند OpenAPI 3.1',
    parameters: 'پارامترها',
    body: 'بدنه',
    reply: 'پاسخ',
    refusals: 'ردها',
    example: 'نمونه',
    name: 'نام',
    place: 'جا',
    what: 'چیست',
    needed: 'لازم',
    yes: 'بله',
    no: 'خیر',
    status: 'وضعیت',
    word: 'نوع',
    meaning: 'معنا',
    schemas: 'ساختارها',
    audiences: { anyone: 'برای همه', citizen: 'برای شهروندان', staff: 'برای کارکنان', partner: 'برای همکاران' },
  },
} as const;

export type PageLanguage = keyof typeof WORDS;
