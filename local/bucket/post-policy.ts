import * as z from 'zod/mini';
import { type Credentials, SignatureError, sameSignature, scopeText, sign } from '../signature/signing-key.ts';
import { S3Error } from './s3-error.ts';

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().check(z.startsWith('$')), z.string()]),
  z.record(z.string(), z.string()),
]);
const Policy = z.object({ expiration: z.string(), conditions: z.array(Condition) });
type Policy = z.infer<typeof Policy>;

export type SizeRange = { min: number; max: number };

/** Form fields that need no condition; every other one must be allowed by the policy. */
const FREE_FIELDS = new Set(['policy', 'x-amz-signature', 'file']);

/**
 * Checks everything the signer of a form said: signature, expiry (real time), and each condition, in both
 * directions: a condition that does not hold refuses the form, and so does a field that no condition names.
 * Field names are in lower case. Gives the size the file may have. Throws `S3Error` and `SignatureError`.
 */
export function checkPolicy(
  fields: ReadonlyMap<string, string>,
  verifier: { credentials: Credentials; region: string },
  maxBytes: number,
): SizeRange {
  checkSignature(fields, verifier);
  const policy = parsePolicy(fields.get('policy') ?? '');
  if (!(Date.parse(policy.expiration) > Date.now())) throw denied('Policy expired.');

  const range = { min: 0, max: maxBytes };
  const named = new Set<string>();
  for (const condition of policy.conditions.flatMap(rulesOf)) {
    if (condition.kind === 'size') {
      range.min = Math.max(range.min, condition.min);
      range.max = Math.min(range.max, condition.max);
      continue;
    }
    named.add(condition.field);
    const value = fields.get(condition.field) ?? '';
    const holds = condition.kind === 'eq' ? value === condition.text : value.startsWith(condition.text);
    if (!holds) throw denied(`Policy condition failed for ${condition.field}.`);
  }
  for (const field of fields.keys()) {
    const free = FREE_FIELDS.has(field) || field.startsWith('x-ignore-');
    if (!free && !named.has(field)) throw denied(`The policy does not allow the field ${field}.`);
  }
  return range;
}

type Rule = { kind: 'size'; min: number; max: number } | { kind: 'eq' | 'starts-with'; field: string; text: string };

/** One condition in one shape; `{"a": "x", "b": "y"}` holds two. */
function rulesOf(condition: z.infer<typeof Condition>): Rule[] {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).map(([field, text]) => ({ kind: 'eq', field: field.toLowerCase(), text }));
  }
  if (condition[0] === 'content-length-range') return [{ kind: 'size', min: condition[1], max: condition[2] }];
  return [{ kind: condition[0], field: condition[1].slice(1).toLowerCase(), text: condition[2] }];
}

function checkSignature(
  fields: ReadonlyMap<string, string>,
  { credentials, region }: { credentials: Credentials; region: string },
): void {
  const [accessKeyId, date = '', ...rest] = (fields.get('x-amz-credential') ?? '').split('/');
  const scope = { date, region, service: 's3' };
  if (!fields.get('policy')) throw denied('The form carries no policy.');
  if (accessKeyId !== credentials.accessKeyId) {
    throw new SignatureError('InvalidAccessKeyId', 'The access key is not known.');
  }
  const expected = sign(credentials.secretAccessKey, scope, fields.get('policy') ?? '');
  const sameScope = [date, ...rest].join('/') === scopeText(scope);
  const algorithm = fields.get('x-amz-algorithm') === 'AWS4-HMAC-SHA256';
  if (!algorithm || !sameScope || !sameSignature(fields.get('x-amz-signature') ?? '', expected)) {
    throw new SignatureError('SignatureDoesNotMatch', 'The signature does not fit the policy.');
  }
}

function parsePolicy(base64: string): Policy {
  try {
    return Policy.parse(JSON.parse(Buffer.from(base64, 'base64').toString()));
  } catch {
    throw new S3Error('InvalidPolicyDocument', 'The policy cannot be read.');
  }
}

const denied = (why: string) => new S3Error('AccessDenied', `Invalid according to Policy: ${why}`);
