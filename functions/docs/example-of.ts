import { resolved, type SchemaNode } from './schema-fields.ts';

/** Values that make sense in Eastmere, the invented city, by the name of their field. */
const BY_NAME: Readonly<Record<string, string>> = {
  official: 'harbour-alderman',
  topic: 'transport',
  unit: 'harbour',
  text: 'The street lamp at Pier 2 has been dark for weeks.',
  code: '12345678',
  reference: '137-20270201-0042',
  language: 'en',
  id: '7K3M9Q2XVB4T6H8JDPRNCWZ0AE',
  request: '7K3M9Q2XVB4T6H8JDPRNCWZ0AE',
  document: 'q3Vb0yXn7LrT5mWc2KdPzA',
  name: 'Sam Example',
  slot: 'harbour-1-03',
  username: 'clerk.harbour',
  order: '1',
  number: '1',
  channel: 'web',
  locale: 'en',
  locales: 'en',
  timeZone: 'Europe/London',
  pattern: '^0?(7\\d{9})$',
  replace: '+44$1',
  example: '07700900123',
  closes: '17:00',
  to: '11:00',
  endsAt: '11:00',
  notAfter: '21:00',
};

/** By the path, where the name alone does not say enough. */
const BY_PATH: Readonly<Record<string, string>> = {
  'contact.value': '07700 900123',
  'applicant.identity.kind': 'resident-card',
  'applicant.identity.value': 'EM 123456',
};

const BY_PATTERN: readonly (readonly [word: RegExp, value: string])[] = [
  [/\{26\}/, '7K3M9Q2XVB4T6H8JDPRNCWZ0AE'],
  [/\{22\}/, 'q3Vb0yXn7LrT5mWc2KdPzA'],
  [/\\d\{4\}-\\d\{2\}-\\d\{2\}T/, '2027-02-01T09:00:00.000Z'],
  [/\\d\{4\}-\\d\{2\}-\\d\{2\}/, '2027-02-01'],
  [/\(\[01\]\\d/, '09:00'],
  [/#\[0-9a-f\]/, '#1d4f91'],
];

/** A value that the schema takes: what must be there, and nothing more. */
export const exampleOf = (given: SchemaNode, path = ''): unknown => {
  const node = resolved(given);
  const branches = node.anyOf ?? node.oneOf;
  if (branches?.[0]) return exampleOf(branches[0], path);
  if (node.const !== undefined) return node.const;
  if (node.enum) return node.enum[0];
  switch (node.type) {
    case 'object':
      return objectFor(node, path);
    case 'array':
      return node.items ? [exampleOf(node.items, path)] : [];
    case 'integer':
    case 'number':
      return node.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return textFor(node, path);
  }
};

const objectFor = ({ properties = {}, required, additionalProperties, propertyNames }: SchemaNode, path: string) => {
  const below = (name: string, field: SchemaNode) => [name, exampleOf(field, path === '' ? name : `${path}.${name}`)];
  // A text in the city's languages is a record by language.
  const isByLanguage = propertyNames !== undefined && typeof additionalProperties === 'object';
  return Object.fromEntries([
    ...Object.entries(properties)
      .filter(([name]) => required?.includes(name))
      .map(([name, field]) => below(name, field)),
    ...(isByLanguage ? [below('en', additionalProperties)] : []),
  ]);
};

const textFor = (node: SchemaNode, path: string): string => {
  const patterns = [node, ...(node.allOf ?? [])].flatMap(({ pattern }) => pattern ?? []);
  const fits = (value: string | undefined): value is string =>
    value !== undefined && patterns.every((pattern) => new RegExp(pattern).test(value));
  const name = path.split('.').at(-1) ?? '';
  const candidates = [
    BY_PATH[path],
    BY_NAME[name],
    ...BY_PATTERN.map(([word, value]) => (patterns.some((pattern) => word.test(pattern)) ? value : undefined)),
  ];
  return candidates.find(fits) ?? 'example';
};
