export type Tree = string | number | boolean | Tree[] | { [name: string]: Tree | undefined };

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A whole document with one root; a list repeats its element, what is undefined is left out. */
export function toXml(root: string, content: Tree): string {
  const namespace = root === 'Error' ? '' : ` xmlns="${NAMESPACE}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespace}>${inner(content)}</${root}>`;
}

function inner(tree: Tree): string {
  if (typeof tree !== 'object') return escapeXml(String(tree));
  if (Array.isArray(tree)) return tree.map(inner).join('');
  return Object.entries(tree)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => ({ name, one })))
    .map(({ name, one }) => (one === undefined ? '' : `<${name}>${inner(one)}</${name}>`))
    .join('');
}

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text between two tags, with its entities resolved. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
