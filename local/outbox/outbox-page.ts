import type { Failure, Kept } from './outbox-store.ts';

const HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5">
<title>Outbox · صندوق خروجی</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
  article { border: 1px solid #bbb; border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0; }
  header { color: #555; font-size: .875rem; }
  h2 { font-size: 1rem; margin: .25rem 0; }
  p { white-space: pre-wrap; margin: .25rem 0; }
</style>
<h1>Outbox · <span lang="fa">صندوق خروجی</span></h1>
<p>What the office has sent to people. Nothing leaves this computer.
<span lang="fa" dir="rtl">پیام‌هایی که سامانه فرستاده است؛ هیچ پیامی از این رایانه بیرون نمی‌رود.</span></p>`;

const NAMES = { sms: 'SMS · پیامک', mail: 'E-mail · رایانامه' } as const;

/** The outbox to read: the newest message first; texts take their direction from their own first letter. */
export const outboxPage = (messages: readonly Kept[], failing: readonly { to: string; how: Failure }[]): string =>
  [
    HEAD,
    ...(messages.length === 0 ? ['<p>No message yet · <span lang="fa">هنوز پیامی نیست</span></p>'] : []),
    ...messages.map(articleOf),
    ...(failing.length === 0
      ? []
      : ['<h1>Failing · <span lang="fa">از کار افتاده</span></h1>', ...failing.map(failingOf)]),
    '</html>\n',
  ].join('\n');

const articleOf = ({ by, to, subject, text, at }: Kept): string => `<article>
<header>${NAMES[by]} · <bdi>${escaped(to)}</bdi> · <time datetime="${escaped(at)}"><bdi>${escaped(at)}</bdi></time></header>
${subject && `<h2 dir="auto">${escaped(subject)}</h2>`}
<p dir="auto">${isolated(escaped(text))}</p>
</article>`;

const failingOf = ({ to, how }: { to: string; how: Failure }): string => `<p><bdi>${escaped(to)}</bdi>: ${how}</p>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (symbol) => ESCAPES[symbol] ?? symbol);

/** Codes and long numbers keep their order inside a right-to-left text. */
const isolated = (html: string): string =>
  html.replaceAll(/\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]\b|\b\d{6,}\b/g, (code) => `<bdi>${code}</bdi>`);
