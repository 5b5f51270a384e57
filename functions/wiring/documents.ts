import { S3Client } from '@aws-sdk/client-s3';
import { S3Documents } from '../../adapters/s3/s3-documents.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { DocumentsEnv } from '../env.ts';

export const documents = (env: DocumentsEnv): Documents => new S3Documents(new S3Client({}), env.BUCKET_NAME);
