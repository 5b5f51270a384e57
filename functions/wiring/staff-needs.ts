import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoAccounts } from '../../adapters/identity/cognito-accounts.ts';
import type { StaffEnv } from '../env.ts';
import type { StaffNeeds } from '../staff/needs.ts';
import { anchors } from './anchors.ts';
import { cityKeys } from './city-keys.ts';
import { darkroom } from './darkroom.ts';
import { documents } from './documents.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';
import { workflowPorts } from './workflow-ports.ts';

export const staffNeeds = async (env: StaffEnv, clock = systemClock): Promise<StaffNeeds> => {
  const ports = tablePorts(env, clock);
  return {
    ...ports,
    ...workflowPorts(env, ports.table),
    documents: documents(env),
    darkroom: darkroom(env),
    anchors: anchors(env),
    keys: await cityKeys(env, clock),
    firstAdministrator: env.FIRST_ADMINISTRATOR,
    accounts: new CognitoAccounts(new CognitoIdentityProviderClient({}), env.USER_POOL_ID),
  };
};
