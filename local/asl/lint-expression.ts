import jsonata from 'jsonata';
import jsonataAws from 'jsonata-aws';
import { AWS_FUNCTIONS } from './functions.ts';

/** What the field around an expression offers. */
export type Offered = { variables: ReadonlySet<string>; states: readonly string[] };

const JSONATA_FUNCTIONS = [
  ...['sum', 'count', 'max', 'min', 'average', 'string', 'substring', 'substringBefore', 'substringAfter', 'lowercase'],
  ...['uppercase', 'length', 'trim', 'pad', 'match', 'contains', 'replace', 'split', 'join', 'formatNumber'],
  ...['formatBase', 'formatInteger', 'parseInteger', 'number', 'floor', 'ceil', 'round', 'abs', 'sqrt', 'power'],
  ...['boolean', 'not', 'map', 'zip', 'filter', 'single', 'reduce', 'sift', 'keys', 'lookup', 'append', 'exists'],
  ...['spread', 'merge', 'reverse', 'each', 'error', 'assert', 'type', 'sort', 'shuffle', 'distinct', 'base64encode'],
  ...['base64decode', 'encodeUrlComponent', 'encodeUrl', 'decodeUrlComponent', 'decodeUrl', 'toMillis', 'fromMillis'],
  ...['clone', 'now', 'millis'],
];
const FUNCTIONS = new Set([...JSONATA_FUNCTIONS, ...AWS_FUNCTIONS]);

type Node = { type: string; value?: unknown; [part: string]: unknown };
type View = {
  offered: Offered;
  /** Variables bound inside the expression. */
  bound: Set<string>;
  /** Whether there is a context value: true inside paths and filters, where plain names have a meaning. */
  inContext: boolean;
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The nodes right below a value; objects without a type, such as sort terms, are looked through. */
function nodesIn(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  return Object.values(value).flatMap((part: unknown) => (isNode(part) ? [part] : nodesIn(part)));
}

const CONTEXT_GIVERS = ['filter', 'sort', 'transform'];
const CONTEXT_USERS = ['name', 'wildcard', 'descendant'];

function* walk(node: Node, view: View): Generator<string> {
  if (node.type === 'variable') yield* checkVariable(String(node.value), view);
  if (CONTEXT_USERS.includes(node.type) && !view.inContext) {
    yield `'${node.value}' stands alone; data is reached through $states or a variable`;
  }
  if (node.type === 'path') yield* walkPath(node, view);
  else if (node.type === 'lambda')
    yield* walkParts(node, { ...view, bound: new Set([...view.bound, ...parameters(node)]) });
  else if (node.type === 'block') yield* walkParts(node, { ...view, bound: new Set(view.bound) });
  else if (node.type === 'bind') yield* walkBinding(node, view);
  else yield* walkParts(node, CONTEXT_GIVERS.includes(node.type) ? { ...view, inContext: true } : view);
}

function* walkParts({ group, ...node }: Node, view: View): Generator<string> {
  for (const part of nodesIn(node)) yield* walk(part, view);
  for (const part of nodesIn(group)) yield* walk(part, { ...view, inContext: true });
}

/** The first step sees what the path sees, the others see the values of the steps before. */
function* walkPath({ steps, ...rest }: Node, view: View): Generator<string> {
  const [first, ...others] = nodesIn(steps);
  const inner = { ...view, bound: new Set(view.bound), inContext: true };
  if (first) {
    yield* checkStates(first, others[0], view);
    yield* walk(first, view);
  }
  for (const step of others) {
    for (const name of [step.focus, step.index]) if (typeof name === 'string') inner.bound.add(name);
    yield* walk(step, inner);
  }
  yield* walkParts(rest, inner);
}

function* walkBinding({ lhs, rhs }: Node, view: View): Generator<string> {
  if (isNode(lhs)) view.bound.add(String(lhs.value));
  if (isNode(rhs)) yield* walk(rhs, view);
}

const parameters = ({ arguments: given }: Node) => nodesIn(given).map(({ value }) => String(value));

function* checkVariable(name: string, { offered, bound, inContext }: View): Generator<string> {
  if (name === '$') yield '$$ does not exist on AWS';
  else if (name === '') {
    if (!inContext) yield '$ has no value here; use $states.input';
  } else if (name === 'eval') yield '$eval does not exist on AWS';
  else if (name !== 'states' && !bound.has(name) && !offered.variables.has(name) && !FUNCTIONS.has(name)) {
    yield `$${name} is neither assigned on a way to here nor a function`;
  }
}

function* checkStates(first: Node, second: Node | undefined, { offered }: View): Generator<string> {
  if (first.type !== 'variable' || first.value !== 'states' || second?.type !== 'name') return;
  if (!offered.states.includes(String(second.value))) yield `$states.${second.value} does not exist in this field`;
}

const messageOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

/** What is wrong with an expression: for AWS's JSONata, for ours, or in what it refers to. */
export function lintExpression(expression: string, offered: Offered): string[] {
  try {
    jsonata(expression);
    const ast: unknown = jsonataAws(expression).ast();
    if (!isNode(ast)) return [];
    return [...new Set(walk(ast, { offered, bound: new Set(), inContext: false }))];
  } catch (error) {
    return [messageOf(error)];
  }
}
