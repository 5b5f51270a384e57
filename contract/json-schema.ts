import * as z from 'zod/mini';
import { OfficialView } from './citizen/city.ts';
import { UploadedDocument } from './citizen/documents.ts';
import { Problem } from './problem.ts';
import {
  AppointmentView,
  DeadlineView,
  DocumentView,
  EventView,
  OrderView,
  OwnerView,
  RequestView,
} from './request-view.ts';
import { SessionView, SlotView } from './session-view.ts';

export type JsonSchema = { readonly [word: string]: unknown };

const NAMED = {
  ...{ AppointmentView, DeadlineView, DocumentView, EventView, OfficialView, OrderView, OwnerView, Problem },
  ...{ RequestView, SessionView, SlotView, UploadedDocument },
} as const;

/** The schemas that have a name of their own in the document; elsewhere they are only referred to. */
const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED)) named.add(schema, { id });

const PLACE = '#/components/schemas/';

const settings = {
  metadata: named,
  unrepresentable: 'any',
  /** That an integer is a safe one goes without saying. */
  override: ({
    jsonSchema: { minimum, maximum },
    jsonSchema: schema,
  }: {
    jsonSchema: z.core.JSONSchema.BaseSchema;
  }) => {
    if (minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
    if (maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  },
} as const;

/** A schema of the contract as JSON Schema 2020-12: what may be sent (`input`), or what is answered (`output`). */
export const jsonSchema = (schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, $defs: __, ...described } = z.toJSONSchema(schema, { ...settings, io });
  const parsed: JsonSchema = JSON.parse(JSON.stringify(described).replaceAll('"#/$defs/', `"${PLACE}`));
  return parsed;
};

/** All schemas that have a name, as JSON Schema. */
export const namedSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(z.toJSONSchema(named, { ...settings, uri: (id) => `${PLACE}${id}` }).schemas).map(
      ([id, { $schema: _, $id: __, ...schema }]) => [id, schema],
    ),
  );
