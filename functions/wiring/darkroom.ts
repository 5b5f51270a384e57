import { LambdaDarkroom } from '../../adapters/lambda/lambda-darkroom.ts';
import type { Darkroom } from '../../domain/ports/darkroom.ts';
import { type DarkroomEnv, LambdaEnv, parseEnv } from '../env.ts';
import { logFault } from '../log-fault.ts';

export const darkroom = (env: DarkroomEnv): Darkroom => {
  const { AWS_REGION: region, AWS_ENDPOINT_URL_LAMBDA: elsewhere } = parseEnv(LambdaEnv);
  return new LambdaDarkroom({
    region,
    endpoint: elsewhere ?? `https://lambda.${region}.amazonaws.com`,
    functionName: env.DARKROOM_FUNCTION,
    lost: (fault) => logFault('The darkroom was not reached; its schedule will find the scan', fault),
  });
};
