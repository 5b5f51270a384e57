import { createHash } from 'node:crypto';
import { type Language, WORDS } from './words.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif }
  body { margin: 0; display: grid; place-items: center; min-height: 100dvh }
  main { width: min(24rem, 100% - 2rem); padding-block: 2rem }
  h1 { font-size: 1.5rem }
  label { display: block; margin-block-start: 1rem; font-weight: 600 }
  input { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem; border: 2px solid; border-radius: .25rem }
  button { font: inherit; padding: .5rem 1.25rem; margin-block: 1.5rem 0; border: 0; border-radius: .25rem;
    background: #1d4f91; color: #fff; cursor: pointer }
  :focus-visible { outline: 3px solid #f5a623; outline-offset: 2px }
  .wrong { border-inline-start: .3rem solid #c0262d; padding-inline-start: .75rem }
  a { color: inherit }`;

/** A whole page in one language, its direction right, without a request to anybody else. */
function page(language: Language, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`;
}

/** Headers for every page; forms may lead only to the sign-in itself and on to `origins`. */
export function pageHeaders(origins: Iterable<string>): Record<string, string> {
  const style = createHash('sha256').update(STYLE).digest('base64');
  const policy = [
    `default-src 'none'`,
    `style-src 'sha256-${style}'`,
    `form-action 'self' ${[...origins].join(' ')}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** Text that may stand in HTML, also inside an attribute's quotes. */
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The form for name and password; `wrong` after a failed try, with the name kept. */
export function loginPage(language: Language, { wrong = false, username = '' } = {}): string {
  const words = WORDS[language];
  const other = language === 'fa' ? 'en' : 'fa';
  const blame = wrong ? ' aria-invalid="true" aria-describedby="wrong"' : '';
  return page(
    language,
    words.signIn,
    `${wrong ? `<p class="wrong" id="wrong" role="alert">${words.wrong}</p>` : ''}
<form method="post" action="?ui_locales=${language}">
<label for="username">${words.username}</label>
<input id="username" name="username" value="${escapeHtml(username)}" dir="ltr" autocomplete="username"
  autocapitalize="none" spellcheck="false" required${blame}>
<label for="password">${words.password}</label>
<input id="password" name="password" type="password" dir="ltr" autocomplete="current-password" required${blame}>
<button>${words.enter}</button>
</form>
<p><a href="?ui_locales=${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a></p>`,
  );
}

/** Asks before signing out; `form` is oidc-provider's own, with its guard against forged requests. */
export function logoutPage(language: Language, form: string): string {
  const words = WORDS[language];
  return page(
    language,
    words.signOut,
    `<p>${words.askSignOut}</p>${form}
<button form="op.logoutForm" name="logout" value="yes">${words.yes}</button>
<button form="op.logoutForm">${words.no}</button>`,
  );
}

export const signedOutPage = (language: Language) => page(language, WORDS[language].signedOut, '');

/** What went wrong, for people first and, in small, for whoever they ask. */
export function troublePage(language: Language, detail: string): string {
  const { trouble, startAgain } = WORDS[language];
  return page(language, trouble, `<p>${startAgain}</p><p dir="ltr" lang="en"><small>${escapeHtml(detail)}</small></p>`);
}
