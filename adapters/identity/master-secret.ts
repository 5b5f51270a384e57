import { readFile, stat } from 'node:fs/promises';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const FILE = 'file:';
const FEWEST_SYMBOLS = 32;
const OTHERS_MAY = 0o077;

/**
 * The master secret, from a file that only its owner may read (`file:/path`), or from Secrets Manager (its ARN).
 * @throws Error if it cannot be read, is too short, or lies open to others
 */
export const readMasterSecret = async (source: string, secrets: () => SecretsManagerClient): Promise<string> => {
  const secret = source.startsWith(FILE)
    ? await readOwnFile(source.slice(FILE.length))
    : (await secrets().send(new GetSecretValueCommand({ SecretId: source }))).SecretString?.trim();
  if (secret === undefined || secret.length < FEWEST_SYMBOLS) {
    throw new Error(`The master secret of KEY_SOURCE must have at least ${FEWEST_SYMBOLS} symbols`);
  }
  return secret;
};

/** Windows has no such bits; there the folder's own rights must do. */
const readOwnFile = async (path: string): Promise<string> => {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & OTHERS_MAY) !== 0) {
    throw new Error(`${path} holds the master secret and must be readable by its owner alone (chmod 600)`);
  }
  return (await readFile(path, 'utf8')).trim();
};
