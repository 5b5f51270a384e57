/** An item that holds texts and numbers only, as wait items do. */
export type Plain = Readonly<Record<string, string | number | undefined>>;

/** What a write of DynamoDB says beside its key: its texts, and the names and values that they mention. */
export type Said = {
  readonly condition?: string | undefined;
  readonly update?: string | undefined;
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly values?: Plain | undefined;
};

/**
 * Evaluates the few forms in which the house writes its conditions and updates, many times faster than the embedded table,
 * which knows the whole language. What it does not know is thrown, never passed over.
 */
export const fulfils = (item: Plain, { condition, names = {}, values = {} }: Said): boolean =>
  (condition ?? '').split(' AND ').every((part) => {
    const text = part.trim();
    if (text === '') return true;
    const exists = EXISTS.exec(text);
    if (exists) return (item[nameOf(exists[2], names)] === undefined) === (exists[1] === 'not_');
    const compared = COMPARED.exec(text);
    if (!compared) throw new Error(`The simulation does not know the condition ${text}`);
    const [, name, sign = '', value = ''] = compared;
    const [left, right] = [item[nameOf(name, names)], values[value]];
    if (left === undefined || right === undefined) return false;
    return sign === '=' ? left === right : left > right;
  });

/** The item after `SET … REMOVE …`. */
export const applied = (item: Plain, { update = '', names = {}, values = {} }: Said): Plain => {
  const [, set = '', remove = ''] = UPDATE.exec(update) ?? [];
  if (set === '' && remove === '') throw new Error(`The simulation does not know the update ${update}`);
  const after: Record<string, string | number | undefined> = { ...item };
  for (const part of set === '' ? [] : set.split(',')) {
    const [, name, value = '', taken] = SET.exec(part.trim()) ?? [];
    if (name === undefined) throw new Error(`The simulation does not know the update ${part}`);
    after[nameOf(name, names)] =
      taken === undefined ? values[value] : Number(item[nameOf(value, names)]) - Number(values[taken]);
  }
  for (const name of remove === '' ? [] : remove.split(',')) delete after[nameOf(name.trim(), names)];
  return after;
};

const EXISTS = /^attribute_(not_)?exists\((#?\w+)\)$/;
const COMPARED = /^(#?\w+) (=|>) (:\w+)$/;
const UPDATE = /^(?:SET (.+?))?(?:\s*REMOVE (.+))?$/;
const SET = /^(#?\w+) = (:\w+|#\w+)(?: - (:\w+))?$/;

const nameOf = (name = '', names: Readonly<Record<string, string>>): string => names[name] ?? name;
