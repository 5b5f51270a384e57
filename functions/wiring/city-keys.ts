import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CityKeys } from '../../adapters/identity/city-keys.ts';
import { readMasterSecret } from '../../adapters/identity/master-secret.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { KeysEnv } from '../env.ts';

export const cityKeys = async (env: KeysEnv, clock: Clock): Promise<Keys> =>
  new CityKeys({ master: await readMasterSecret(env.KEY_SOURCE, () => new SecretsManagerClient({})), clock });
