import { type AttributeValue, type Item, setMembers, typeOf } from './attribute-value.ts';
import { add, subtract } from './decimal.ts';
import { type Path, valueAt } from './document-path.ts';
import { invalid } from './table-error.ts';

type Term =
  | Path
  | AttributeValue
  | { type: 'add' | 'subtract'; args: [Term, Term] }
  | { type: 'function'; name: 'if_not_exists'; args: [Path, Term] }
  | { type: 'function'; name: 'list_append'; args: [Term, Term] };

/** A clause of an update expression, as dynalite's parser builds it. */
export type UpdateSection =
  | { type: 'set'; path: Path; val: Term }
  | { type: 'remove'; path: Path }
  | { type: 'add' | 'delete'; path: Path; val: AttributeValue };

const wrongType = () => invalid('An operand in the update expression has an incorrect data type');

/**
 * The item after the update. Every right-hand side, and every list position, means the item as it was before.
 * Throws a ValidationException where types do not fit or a path leads nowhere.
 */
export function applyUpdate(item: Item, sections: UpdateSection[]): Item {
  const changes = sections.map((section) => ({ path: section.path, value: newValue(section, item) }));
  const result = structuredClone(item);
  const changedLists = new Set<AttributeValue[]>();
  for (const { path, value } of changes) put(result, path, value, changedLists);
  // Positions stay as they were until all is done; then gaps close, which is also how a list grows past its end.
  for (const list of changedLists) closeGaps(list);
  return result;
}

/** Costs as much as there are elements, however far beyond the end a position was. */
function closeGaps(list: AttributeValue[]): void {
  const elements = Object.values(list);
  list.length = 0;
  for (const element of elements) list.push(element);
}

/** What shall stand at the section's path; undefined if nothing shall. */
function newValue(section: UpdateSection, item: Item): AttributeValue | undefined {
  if (section.type === 'remove') return undefined;
  if (section.type === 'set') return evaluate(section.val, item);
  const current = valueAt(item, section.path);
  if (current && typeOf(current) !== typeOf(section.val)) throw wrongType();
  return section.type === 'add' ? sum(current, section.val) : difference(current, section.val);
}

function evaluate(term: Term, item: Item): AttributeValue {
  if (Array.isArray(term)) {
    const value = valueAt(item, term);
    if (!value) throw invalid('The provided expression refers to an attribute that does not exist in the item');
    return value;
  }
  if (!('type' in term)) return term;
  if (term.type === 'function' && term.name === 'if_not_exists') {
    return valueAt(item, term.args[0]) ?? evaluate(term.args[1], item);
  }
  const left = evaluate(term.args[0], item);
  const right = evaluate(term.args[1], item);
  if (term.type === 'function') {
    if ('L' in left && 'L' in right) return { L: [...left.L, ...right.L] };
  } else if ('N' in left && 'N' in right) {
    return { N: (term.type === 'add' ? add : subtract)(left.N, right.N) };
  }
  throw wrongType();
}

function sum(current: AttributeValue | undefined, more: AttributeValue): AttributeValue {
  if (!current) return more;
  if ('N' in current && 'N' in more) return { N: add(current.N, more.N) };
  return withMembers(more, [...new Set([...(setMembers(current) ?? []), ...(setMembers(more) ?? [])])]);
}

function difference(current: AttributeValue | undefined, less: AttributeValue): AttributeValue | undefined {
  if (!current) return undefined;
  const leaving = new Set(setMembers(less));
  const rest = (setMembers(current) ?? []).filter((member) => !leaving.has(member));
  return rest.length > 0 ? withMembers(less, rest) : undefined;
}

function withMembers(sameType: AttributeValue, members: string[]): AttributeValue {
  if ('SS' in sameType) return { SS: members };
  if ('NS' in sameType) return { NS: members };
  if ('BS' in sameType) return { BS: members };
  throw wrongType();
}

function put(item: Item, path: Path, value: AttributeValue | undefined, changedLists: Set<AttributeValue[]>): void {
  const last = path.at(-1);
  const parent = valueAt(item, path.slice(0, -1));
  if (typeof last === 'string' && parent && 'M' in parent) {
    if (value) parent.M[last] = value;
    else delete parent.M[last];
  } else if (typeof last === 'number' && parent && 'L' in parent) {
    changedLists.add(parent.L);
    if (value) parent.L[last] = value;
    else delete parent.L[last];
  } else {
    throw invalid('The document path provided in the update expression is invalid for update');
  }
}
