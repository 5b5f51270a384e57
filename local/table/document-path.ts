import { type AttributeValue, attribute, type Item } from './attribute-value.ts';

/** `a.b[2]` is `['a', 'b', 2]`. */
export type Path = (string | number)[];

export function valueAt(item: Item, path: Path): AttributeValue | undefined {
  let value: AttributeValue | undefined = { M: item };
  for (const step of path) value = value && childOf(value, step);
  return value;
}

function childOf(value: AttributeValue, step: string | number): AttributeValue | undefined {
  if (typeof step === 'number') return 'L' in value ? value.L[step] : undefined;
  return 'M' in value ? attribute(value.M, step) : undefined;
}

/** The part of an item that lies under the paths, in its own structure; list elements move together. */
export function pick(item: Item, paths: Path[]): Item {
  const picked: Item = {};
  for (const [step, tails] of groupByFirstStep(paths)) {
    const value = typeof step === 'string' ? attribute(item, step) : undefined;
    const part = value && pickFrom(value, tails);
    if (part) picked[step] = part;
  }
  return picked;
}

function pickFrom(value: AttributeValue, paths: Path[]): AttributeValue | undefined {
  if (paths.some((path) => path.length === 0)) return value;
  if ('M' in value) {
    const M = pick(value.M, paths);
    return Object.keys(M).length > 0 ? { M } : undefined;
  }
  if ('L' in value) {
    const L = [...groupByFirstStep(paths)]
      .sort(([left], [right]) => Number(left) - Number(right))
      .flatMap(([step, tails]) => {
        const element = childOf(value, step);
        return (element && pickFrom(element, tails)) ?? [];
      });
    return L.length > 0 ? { L } : undefined;
  }
  return undefined;
}

function groupByFirstStep(paths: Path[]): Map<string | number, Path[]> {
  const groups = new Map<string | number, Path[]>();
  for (const [step, ...tail] of paths) {
    if (step !== undefined) groups.set(step, [...(groups.get(step) ?? []), tail]);
  }
  return groups;
}
