/** An item that holds texts and numbers only, as wait items do. */
export type Plain = Readonly<Record<string, string | number | undefined>>;

/** What a write of DynamoDB says beside its key: its texts, and the names and values that they mention. */
export type Said = {
  readonly condition?: string | undefined;
  readonly update?: string | undefined;
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly values?: Plain | undefined;
};

type Condition = (item: Plain, said: Said) => boolean;
type Update = (after: Record<string, string | number | undefined>, before: Plain, said: Said) => void;

/**
 * Evaluates the few forms in which the house writes its conditions and updates, many times faster than the embedded table,
 * which knows the whole language. What it does not know is thrown, never passed over.
 */
export const fulfils = (item: Plain, said: Said): boolean => {
  const { condition } = said;
  return condition === undefined || once(CONDITIONS, condition, readCondition).every((holds) => holds(item, said));
};

/** The item after `SET … REMOVE …`. */
export const applied = (item: Plain, said: Said): Plain => {
  const after = { ...item };
  for (const change of once(UPDATES, said.update ?? '', readUpdate)) change(after, item, said);
  return after;
};

const CONDITIONS = new Map<string, Condition[]>();
const UPDATES = new Map<string, Update[]>();

/** There are few texts, and each is said very often. */
const once = <Read>(known: Map<string, Read>, text: string, read: (text: string) => Read): Read => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const after = read(text);
  known.set(text, after);
  return after;
};

const readCondition = (condition: string): Condition[] =>
  condition.split(' AND ').map((part) => {
    const exists = EXISTS.exec(part.trim());
    if (exists) return (item, said) => (item[nameOf(exists[2], said)] === undefined) === (exists[1] === 'not_');
    const compared = COMPARED.exec(part.trim());
    if (!compared) throw new Error(`The simulation does not know the condition ${part}`);
    const [, name, sign = '', value = ''] = compared;
    return (item, said) => {
      const [left, right] = [item[nameOf(name, said)], said.values?.[value]];
      if (left === undefined || right === undefined) return false;
      return sign === '=' ? left === right : left > right;
    };
  });

const readUpdate = (update: string): Update[] => {
  const [, set = '', remove = ''] = UPDATE.exec(update) ?? [];
  if (set === '' && remove === '') throw new Error(`The simulation does not know the update ${update}`);
  const sets = set === '' ? [] : set.split(',').map(readSet);
  const removes = remove === '' ? [] : remove.split(',').map((name) => name.trim());
  return [
    ...sets,
    ...removes.map(
      (name): Update =>
        (after, _before, said) => {
          delete after[nameOf(name, said)];
        },
    ),
  ];
};

const readSet = (part: string): Update => {
  const [, name, value = '', taken] = SET.exec(part.trim()) ?? [];
  if (name === undefined) throw new Error(`The simulation does not know the update ${part}`);
  return (after, before, said) => {
    const { values = {} } = said;
    after[nameOf(name, said)] =
      taken === undefined ? values[value] : Number(before[nameOf(value, said)]) - Number(values[taken]);
  };
};

const EXISTS = /^attribute_(not_)?exists\((#?\w+)\)$/;
const COMPARED = /^(#?\w+) (=|>) (:\w+)$/;
const UPDATE = /^(?:SET (.+?))?(?:\s*REMOVE (.+))?$/;
const SET = /^(#?\w+) = (:\w+|#\w+)(?: - (:\w+))?$/;

const nameOf = (name = '', { names }: Said): string => names?.[name] ?? name;
