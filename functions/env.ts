import * as z from 'zod/mini';

// One schema for each kind of function. A handler parses its environment with it, and the stack must supply exactly that.

const Text = z.string().check(z.minLength(1));
const table = { TABLE_NAME: Text };
const workflow = { STATE_MACHINE_ARN: Text };
const documents = { BUCKET_NAME: Text };
/** Where the daily heads of the ledger are noted. */
const anchors = { ANCHOR_BUCKET_NAME: Text };
/** `file:/path` of the master secret, or its ARN in Secrets Manager. */
const keys = { KEY_SOURCE: Text };
/** `sns` and `ses`, or the addresses of other gateways. */
const carriers = { SMS_GATEWAY: Text, MAIL_GATEWAY: Text, MAIL_FROM: Text };

/** What Lambda tells every function by itself; the address stands there only where it is not AWS's own. */
export const LambdaEnv = z.object({ AWS_REGION: Text, AWS_ENDPOINT_URL_LAMBDA: z.optional(Text) });

/** What single ports need of it, whichever function they stand in. */
export type TableEnv = Readonly<Record<keyof typeof table, string>>;
export type WorkflowEnv = Readonly<Record<keyof typeof workflow, string>>;
export type DocumentsEnv = Readonly<Record<keyof typeof documents, string>>;
export type DarkroomEnv = Pick<z.infer<typeof StaffEnv>, 'DARKROOM_FUNCTION'>;
export type AnchorsEnv = Readonly<Record<keyof typeof anchors, string>>;
export type KeysEnv = Readonly<Record<keyof typeof keys, string>>;
export type CarriersEnv = Readonly<Record<keyof typeof carriers, string>>;

export const CitizenEnv = z.object({ ...table, ...workflow, ...documents, ...keys, ...carriers });
export type CitizenEnv = z.infer<typeof CitizenEnv>;

export const StaffEnv = z.object({
  ...table,
  ...workflow,
  ...documents,
  ...anchors,
  ...keys,
  USER_POOL_ID: Text,
  /** The account that may load a city which does not exist yet: `{city}.{username}`. */
  FIRST_ADMINISTRATOR: Text,
  /** The function that makes pictures of scans. */
  DARKROOM_FUNCTION: Text,
});
export type StaffEnv = z.infer<typeof StaffEnv>;

export const PartnerEnv = z.object({ ...table, ...workflow, ...keys });
export type PartnerEnv = z.infer<typeof PartnerEnv>;

export const PassDeadlineEnv = z.object(table);
export type PassDeadlineEnv = z.infer<typeof PassDeadlineEnv>;

export const SweepEnv = z.object({ ...table, ...workflow });
export type SweepEnv = z.infer<typeof SweepEnv>;

export const EscalateOverdueEnv = z.object({ ...table, ...workflow });
export type EscalateOverdueEnv = z.infer<typeof EscalateOverdueEnv>;

export const RunJobsEnv = z.object({ ...table, ...workflow });
export type RunJobsEnv = z.infer<typeof RunJobsEnv>;

export const AllocateTurnsEnv = z.object({ ...table, ...workflow, ...keys });
export type AllocateTurnsEnv = z.infer<typeof AllocateTurnsEnv>;

export const SendLettersEnv = z.object({ ...table, ...carriers });
export type SendLettersEnv = z.infer<typeof SendLettersEnv>;

export const SendDigestsEnv = z.object({ ...table, ...carriers });

export const PlanSessionsEnv = z.object(table);
export type PlanSessionsEnv = z.infer<typeof PlanSessionsEnv>;

export const DevelopScansEnv = z.object({
  ...table,
  ...documents,
  /** The file of the process that touches what was uploaded. */
  PAGE_PROCESS: Text,
});
export type DevelopScansEnv = z.infer<typeof DevelopScansEnv>;

export const ChainLedgerEnv = z.object(table);
export type ChainLedgerEnv = z.infer<typeof ChainLedgerEnv>;

export const AnchorLedgerEnv = z.object({ ...table, ...anchors });
export type AnchorLedgerEnv = z.infer<typeof AnchorLedgerEnv>;

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

/** The description of the API is made of the list of operations alone. */
export const NothingEnv = z.object({});
