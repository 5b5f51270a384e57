import * as z from 'zod/mini';
import { type JsonSchema, namedSchemas } from '../../contract/json-schema.ts';

/** The words of JSON Schema that the contract's schemas use. */
export const SchemaNode = z.object({
  $ref: z.optional(z.string()),
  type: z.optional(z.string()),
  const: z.optional(z.unknown()),
  enum: z.optional(z.array(z.unknown())),
  pattern: z.optional(z.string()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  minLength: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  maxItems: z.optional(z.number()),
  get properties() {
    return z.optional(z.record(z.string(), SchemaNode));
  },
  required: z.optional(z.array(z.string())),
  get items() {
    return z.optional(SchemaNode);
  },
  allOf: z.optional(z.array(z.object({ pattern: z.optional(z.string()) }))),
  propertyNames: z.optional(z.object({ pattern: z.optional(z.string()) })),
  get additionalProperties() {
    return z.optional(z.union([z.boolean(), SchemaNode]));
  },
  get anyOf() {
    return z.optional(z.array(SchemaNode));
  },
  get oneOf() {
    return z.optional(z.array(SchemaNode));
  },
});
export type SchemaNode = z.infer<typeof SchemaNode>;

const NAMED = z.parse(z.record(z.string(), SchemaNode), namedSchemas());

export const nodeOf = (schema: JsonSchema): SchemaNode => z.parse(SchemaNode, schema);
export const nameOf = ({ $ref }: SchemaNode): string | undefined => $ref?.split('/').at(-1);
export const resolved = (node: SchemaNode): SchemaNode => NAMED[nameOf(node) ?? ''] ?? node;

/** One field as a row of a table: `applicant.identity.kind`, what it is, whether it must be there. */
export type FieldRow = { readonly path: string; readonly what: string; readonly required: boolean };

/** The fields of a schema, those of nested objects behind their path; a schema with a name of its own is only named. */
export const fieldsOf = (node: SchemaNode, above = ''): FieldRow[] => {
  const branches = node.anyOf ?? node.oneOf;
  if (branches) return branches.flatMap((branch) => fieldsOf(branch, above));
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const path = `${above}${name}`;
    const required = node.required?.includes(name) ?? false;
    const inner = field.items ?? field;
    const below = inner.properties || inner.anyOf || inner.oneOf;
    return [
      { path, what: whatIs(field), required },
      ...(below ? fieldsOf(inner, `${path}${field.items ? '[].' : '.'}`) : []),
    ];
  });
};

const whatIs = (node: SchemaNode): string => {
  const name = nameOf(node);
  if (name) return name;
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((choice) => JSON.stringify(choice)).join(' | ');
  if (node.items) return `${whatIs(node.items)}[]${node.maxItems === undefined ? '' : ` (≤ ${node.maxItems})`}`;
  const least = node.minLength ?? node.minimum;
  const most = node.maxLength ?? node.maximum;
  const range = least === undefined && most === undefined ? '' : ` (${least ?? 0}–${most ?? '…'})`;
  return `${node.type ?? 'any'}${range}`;
};
