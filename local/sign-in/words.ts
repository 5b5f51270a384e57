export type Language = 'fa' | 'en';

/** Everything the pages of the sign-in say. */
export const WORDS = {
  fa: {
    signIn: 'ورود کارکنان',
    username: 'نام کاربری',
    password: 'گذرواژه',
    enter: 'ورود',
    wrong: 'نام کاربری یا گذرواژه درست نیست. اگر چند بار اشتباه کرده‌اید، چند دقیقه صبر کنید.',
    signOut: 'خروج از سامانه',
    askSignOut: 'می‌خواهید از سامانه خارج شوید؟',
    yes: 'بله، خارج شو',
    no: 'نه، بمان',
    signedOut: 'از سامانه خارج شدید.',
    trouble: 'ورود انجام نشد',
    startAgain: 'به برنامه برگردید و دوباره وارد شوید.',
    otherLanguage: 'English',
  },
  en: {
    signIn: 'Staff sign-in',
    username: 'User name',
    password: 'Password',
    enter: 'Sign in',
    wrong: 'The user name or the password is not right. After several mistakes, wait a few minutes.',
    signOut: 'Sign out',
    askSignOut: 'Do you want to sign out?',
    yes: 'Yes, sign out',
    no: 'No, stay signed in',
    signedOut: 'You are signed out.',
    trouble: 'You could not be signed in',
    startAgain: 'Go back to the application and sign in again.',
    otherLanguage: 'فارسی',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The first language of the wishes that the pages speak: `ui_locales` first, then the browser's, else Persian. */
export function chooseLanguage(uiLocales: unknown, acceptLanguage: string | undefined): Language {
  const wishes = `${typeof uiLocales === 'string' ? uiLocales.replaceAll(' ', ',') : ''},${acceptLanguage ?? ''}`;
  for (const wish of wishes.split(',')) {
    const language = wish.trim().slice(0, 2).toLowerCase();
    if (language === 'fa' || language === 'en') return language;
  }
  return 'fa';
}
