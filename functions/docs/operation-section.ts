import { type JsonSchema, jsonSchema } from '../../contract/json-schema.ts';
import { parametersOf } from '../../contract/open-api.ts';
import type { Operation } from '../../contract/operation.ts';
import { refusalsOf } from '../../contract/refusals-of.ts';
import { refuse } from '../../domain/outcome.ts';
import { faultProblem, problemOf } from '../http/problems.ts';
import { curlOf } from './curl-of.ts';
import { type Html, html } from './html.ts';
import { fieldsOf, nameOf, nodeOf } from './schema-fields.ts';
import { type PageLanguage, WORDS } from './words.ts';

/** Two audiences may have an operation of the same name. */
export const anchorOf = ({ caller, name }: Operation): string => `${caller}.${name}`;

/** One operation: what it is for, what it takes, what it answers, how it refuses, and a call to copy. */
export const operationSection = (operation: Operation, language: PageLanguage): Html => {
  const words = WORDS[language];
  const { method, path, summary, body, reply, status } = operation;
  const id = anchorOf(operation);
  return html`<article aria-labelledby="${id}">
<h3 id="${id}">${operation.name}</h3>
<p>${summary[language]}</p>
<p><code dir="ltr">${method} ${path}</code></p>
${parameterTable(operation, language)}
${body ? fieldTable(words.body, jsonSchema(body, 'input'), language) : undefined}
${fieldTable(`${words.reply} ${status}`, jsonSchema(reply, 'output'), language)}
${refusalTable(operation, language)}
<h4>${words.example}</h4>
<pre dir="ltr" tabindex="0"><code>${curlOf(operation)}</code></pre>
</article>`;
};

/** A table with a caption and headed columns; the first cell of a row is what the row is about. */
const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): Html => html`<table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
  ([first = '', ...rest]) =>
    html`<tr><th scope="row"><code dir="ltr">${first}</code></th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table>`;

const parameterTable = (operation: Operation, language: PageLanguage): Html => {
  const words = WORDS[language];
  const rows = parametersOf(operation).map(({ name, in: place, required }) => [
    name,
    place,
    required ? words.yes : words.no,
  ]);
  return table(words.parameters, [words.name, words.place, words.needed], rows);
};

export const fieldTable = (caption: string, schema: JsonSchema, language: PageLanguage): Html => {
  const words = WORDS[language];
  const node = nodeOf(schema);
  const name = nameOf(node);
  if (name) return html`<p>${caption}: <a href="#schema.${name}"><code>${name}</code></a></p>`;
  const rows = fieldsOf(node).map(({ path, what, required }) => [path, what, required ? words.yes : words.no]);
  return table(caption, [words.name, words.what, words.needed], rows);
};

const refusalTable = (operation: Operation, language: PageLanguage): Html => {
  const words = WORDS[language];
  const problems = [
    ...refusalsOf(operation).map((refusal) => problemOf(refuse(refusal), language)),
    faultProblem(language),
  ];
  const rows = problems.map(({ type, status, title }) => [type, String(status), title]);
  return table(words.refusals, [words.word, words.status, words.meaning], rows);
};
