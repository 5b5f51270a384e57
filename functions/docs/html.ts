/** Text that is markup already; everything else is escaped where it is put in. */
export type Html = { readonly markup: string };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);

type Piece = string | number | Html | readonly Html[] | undefined;

const markupOf = (piece: Piece): string => {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
};

/** Markup with pieces put in: texts are escaped, markup is not, lists of markup are joined. */
export const html = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  markup: String.raw({ raw: texts }, ...pieces.map(markupOf)),
});
