import { LambdaClient } from '@aws-sdk/client-lambda';
import { LambdaDarkroom } from '../../adapters/lambda/lambda-darkroom.ts';
import type { Darkroom } from '../../domain/ports/darkroom.ts';
import type { DarkroomEnv } from '../env.ts';
import { logFault } from '../log-fault.ts';

export const darkroom = (env: DarkroomEnv): Darkroom =>
  new LambdaDarkroom(new LambdaClient({}), env.DARKROOM_FUNCTION, (fault) =>
    logFault('The darkroom was not reached; its schedule will find the scan', fault),
  );
