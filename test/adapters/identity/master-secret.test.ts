import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, it, onTestFinished } from 'vitest';
import { readMasterSecret } from '../../../adapters/identity/master-secret.ts';
import { listening } from '../../local/listening.ts';
import { newFolder } from '../../local/new-folder.ts';

const SECRET = 'x'.repeat(43);
const noSecretsManager = () => {
  throw new Error('Nobody should ask Secrets Manager');
};
const fileWith = (content: string, mode: number) => {
  const path = join(newFolder(), 'master.key');
  writeFileSync(path, content);
  chmodSync(path, mode);
  return `file:${path}`;
};

it('reads the secret from a file of its owner', async () => {
  expect(await readMasterSecret(fileWith(`${SECRET}\n`, 0o600), noSecretsManager)).toBe(SECRET);
});

it('refuses a file that others may read, one that is too short, and one that is not there', async () => {
  await expect(readMasterSecret(fileWith(SECRET, 0o644), noSecretsManager)).rejects.toThrow('chmod 600');
  await expect(readMasterSecret(fileWith('short', 0o600), noSecretsManager)).rejects.toThrow('at least 32');
  await expect(readMasterSecret('file:/nowhere/master.key', noSecretsManager)).rejects.toThrow('ENOENT');
});

it('asks Secrets Manager for anything else', async () => {
  const asked: string[] = [];
  const endpoint = await listening((request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => asked.push(chunk));
    request.on('end', () => response.end(JSON.stringify({ SecretString: SECRET })));
  });
  const client = new SecretsManagerClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(() => client.destroy());
  const arn = 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:master';
  expect(await readMasterSecret(arn, () => client)).toBe(SECRET);
  expect(asked.join('')).toBe(JSON.stringify({ SecretId: arn }));
});
