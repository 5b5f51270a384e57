import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { replaceFile } from '../replace-file.ts';

const SigningKey = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), e: z.string() });
const Secrets = z.object({
  signingKey: SigningKey,
  cookieKeys: z.array(z.string()),
  partnerSecrets: z.record(z.string(), z.string()),
});
export type Secrets = z.infer<typeof Secrets>;

/**
 * The keys of the sign-in, made at the first start and kept in a file only the owner may read. A partner that is
 * new gets a secret; nobody's secret changes.
 */
export function loadSecrets(file: string, partnerIds: readonly string[]): Secrets {
  const kept = existsSync(file) ? Secrets.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  const secrets = kept ?? { signingKey: newSigningKey(), cookieKeys: [newSecret()], partnerSecrets: {} };
  const newcomers = partnerIds.filter((id) => secrets.partnerSecrets[id] === undefined);
  for (const id of newcomers) secrets.partnerSecrets[id] = newSecret();
  if (!kept || newcomers.length > 0) replaceFile(file, JSON.stringify(secrets, undefined, 2));
  return secrets;
}

/** What the world may know of the signing key, to verify tokens. */
export function publicKeys({ signingKey: { kty, kid, n, e } }: Secrets) {
  return { keys: [{ kty, kid, n, e, alg: 'RS256', use: 'sig' }] };
}

const newSecret = () => randomBytes(32).toString('base64url');

function newSigningKey(): Secrets['signingKey'] {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return SigningKey.parse({ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' });
}
