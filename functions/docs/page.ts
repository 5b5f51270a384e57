import { showCity } from '../../contract/citizen/city.ts';
import { confirmContact, proveContact } from '../../contract/citizen/proofs.ts';
import { trackRequest } from '../../contract/citizen/requests.ts';
import { submitRequest } from '../../contract/citizen/submission.ts';
import { namedSchemas } from '../../contract/json-schema.ts';
import type { Operation } from '../../contract/operation.ts';
import { curlOf } from './curl-of.ts';
import { type Html, html } from './html.ts';
import { anchorOf, fieldTable, operationSection } from './operation-section.ts';
import { type PageLanguage, WORDS } from './words.ts';

const STYLE: Html = {
  markup: `:root{color-scheme:light dark}
body{font:1rem/1.6 system-ui,Vazirmatn,Tahoma,sans-serif;max-inline-size:60rem;margin:0 auto;padding:1rem}
a:focus-visible,pre:focus-visible{outline:3px solid;outline-offset:2px}
.skip{position:absolute;inset-inline-start:-999rem}.skip:focus{position:static}
table{border-collapse:collapse;inline-size:100%;margin-block:1rem}
caption{text-align:start;font-weight:bold}
th,td{border:1px solid;padding:.25rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
p code,h3{overflow-wrap:anywhere}
pre{overflow-x:auto;border:1px solid;padding:.5rem}
article{border-block-start:2px solid;margin-block-start:2rem}`,
};

const FIRST_REQUEST: readonly Operation[] = [showCity, proveContact, confirmContact, submitRequest, trackRequest];
const AUDIENCES = ['anyone', 'citizen', 'staff', 'partner'] as const;

/** Every operation on one page, without scripts: a guide, a list to jump from, and a section for each. */
export const docsPage = (operations: readonly Operation[], language: PageLanguage): string => {
  const words = WORDS[language];
  const audiences = AUDIENCES.map((caller) => ({ caller, those: operations.filter((one) => one.caller === caller) }));
  return html`<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.title}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#operations">${words.skip}</a>
<header>
<h1>${words.title}</h1>
<p><a href="/docs?lang=en" lang="en">English</a> · <a href="/docs?lang=fa" lang="fa">فارسی</a> · <a href="/v1/openapi.json">${words.document}</a></p>
</header>
<main>
<section aria-labelledby="guide">
<h2 id="guide">${words.guide}</h2>
<p>${words.guideLead}</p>
<ol>
${FIRST_REQUEST.map((operation, index) => step(operation, words.steps[index] ?? ''))}</ol>
</section>
<section aria-labelledby="sign-in">
<h2 id="sign-in">${words.signIn}</h2>
<p>${words.signInLead}</p>
<ul>
<li><p>${words.proofs.citizen}</p></li>
<li><p>${words.proofs.staff}</p>
${command('npm run -s token -- eastmere.clerk.hq')}</li>
<li><p>${words.proofs.partner}</p>
${command('curl -u "$CLIENT:$SECRET" -d grant_type=client_credentials "$ISSUER/token"')}</li>
</ul>
</section>
<nav aria-labelledby="operations">
<h2 id="operations">${words.contents}</h2>
${audiences.map(({ caller, those }) => contents(words.audiences[caller], those, language))}</nav>
${audiences.map(
  ({ caller, those }) => html`<section aria-labelledby="for-${caller}">
<h2 id="for-${caller}">${words.audiences[caller]}</h2>
${those.map((operation) => operationSection(operation, language))}</section>
`,
)}<section aria-labelledby="schemas">
<h2 id="schemas">${words.schemas}</h2>
${Object.entries(namedSchemas()).map(
  ([name, schema]) => html`<article aria-labelledby="schema.${name}">
<h3 id="schema.${name}">${name}</h3>
${fieldTable(name, schema, language)}
</article>
`,
)}</section>
</main>
</body>
</html>
`.markup;
};

const step = (operation: Operation, says: string): Html => html`<li>
<p>${says} <a href="#${anchorOf(operation)}">${operation.name}</a></p>
${command(curlOf(operation))}
</li>
`;

const command = (line: string): Html => html`<pre dir="ltr" tabindex="0"><code>${line}</code></pre>`;

const contents = (
  title: string,
  operations: readonly Operation[],
  language: PageLanguage,
): Html => html`<h3>${title}</h3>
<ul>
${operations.map(
  (operation) => html`<li><a href="#${anchorOf(operation)}">${operation.name}</a>: ${operation.summary[language]}</li>
`,
)}</ul>
`;
