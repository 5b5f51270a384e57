import { S3Client } from '@aws-sdk/client-s3';
import { S3Anchors } from '../../adapters/s3/s3-anchors.ts';
import type { Anchors } from '../../domain/ports/anchors.ts';
import type { AnchorsEnv } from '../env.ts';

export const anchors = (env: AnchorsEnv): Anchors => new S3Anchors(new S3Client({}), env.ANCHOR_BUCKET_NAME);
