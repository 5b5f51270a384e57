import * as z from 'zod/mini';

// One schema for each kind of function. A handler parses its environment with it, and the stack must supply exactly that.

const Text = z.string().check(z.minLength(1));
const table = { TABLE_NAME: Text };
const workflow = { STATE_MACHINE_ARN: Text };
const documents = { BUCKET_NAME: Text };
/** `file:/path` of the master secret, or its ARN in Secrets Manager. */
const keys = { KEY_SOURCE: Text };
/** `sns` and `ses`, or the addresses of other gateways. */
const carriers = { SMS_GATEWAY: Text, MAIL_GATEWAY: Text, MAIL_FROM: Text };

export const TableEnv = z.object(table);
export type TableEnv = z.infer<typeof TableEnv>;
export const WorkflowEnv = z.object(workflow);
export type WorkflowEnv = z.infer<typeof WorkflowEnv>;
export const DocumentsEnv = z.object(documents);
export type DocumentsEnv = z.infer<typeof DocumentsEnv>;
export const KeysEnv = z.object(keys);
export type KeysEnv = z.infer<typeof KeysEnv>;
export const CarriersEnv = z.object(carriers);
export type CarriersEnv = z.infer<typeof CarriersEnv>;

export const CitizenEnv = z.object({ ...table, ...workflow, ...documents, ...keys, ...carriers });
export type CitizenEnv = z.infer<typeof CitizenEnv>;

export const StaffEnv = z.object({ ...table, ...workflow, ...documents, ...keys, USER_POOL_ID: Text });
export type StaffEnv = z.infer<typeof StaffEnv>;

export const PartnerEnv = z.object({ ...table, ...workflow, ...keys });
export type PartnerEnv = z.infer<typeof PartnerEnv>;

export const PassDeadlineEnv = TableEnv;
export type PassDeadlineEnv = TableEnv;

export const SweepEnv = z.object({ ...table, ...workflow });
export type SweepEnv = z.infer<typeof SweepEnv>;

export const EscalateOverdueEnv = SweepEnv;
export type EscalateOverdueEnv = SweepEnv;

export const SendLettersEnv = z.object({ ...table, ...carriers });
export type SendLettersEnv = z.infer<typeof SendLettersEnv>;

/**
 * The environment as a handler's schema wants it.
 * @throws Error that names what is missing, and no value
 */
export const parseEnv = <Env extends z.ZodMiniObject>(
  schema: Env,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<Env> => {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map(({ path }) => path.join('.'));
  throw new Error(`The environment lacks ${names.join(', ')}`);
};
