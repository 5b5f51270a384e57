import { S3Client } from '@aws-sdk/client-s3';
import { ChildPageMaker } from '../../adapters/images/child-page-maker.ts';
import { S3Pictures } from '../../adapters/s3/s3-pictures.ts';
import { TaggedMalwareCheck } from '../../adapters/s3/tagged-malware-check.ts';
import type { DevelopScansEnv } from '../env.ts';
import type { DevelopScansNeeds } from '../scheduled/develop-scans.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';

export const developScansNeeds = (env: DevelopScansEnv, clock = systemClock): DevelopScansNeeds => {
  const bucket = new S3Client({});
  return {
    ...tablePorts(env, clock),
    pictures: new S3Pictures(bucket, env.BUCKET_NAME),
    malwareCheck: new TaggedMalwareCheck(bucket, env.BUCKET_NAME),
    pageMaker: new ChildPageMaker(env.PAGE_PROCESS),
  };
};
