import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { OfficeFunction } from './office-function.ts';

/** `{city}/documents/{id}` */
const DOCUMENTS = '*/documents/*';

/** The scans and attachments. Browsers post into it and read from it by signed links that end after minutes. */
export class DocumentBucket extends Construct {
  readonly bucket: s3.Bucket;
  readonly accessLog: s3.Bucket;

  constructor(scope: Construct, id: string, { origins }: { origins: readonly string[] }) {
    super(scope, id);
    const closed = {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.accessLog = new s3.Bucket(this, 'AccessLog', {
      ...closed,
      lifecycleRules: [{ expiration: Duration.days(365) }],
    });
    this.bucket = new s3.Bucket(this, 'Bucket', {
      ...closed,
      versioned: true,
      // CDK's class and its own interface differ under exactOptionalPropertyTypes.
      serverAccessLogsBucket: this.accessLog as s3.IBucket,
      cors: [
        {
          allowedMethods: [s3.HttpMethods.POST, s3.HttpMethods.GET],
          allowedOrigins: [...origins],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
  }

  /**
   * Lets a function sign uploads and reading links, see what has arrived, and tells it where. Who may not list is told
   * 403 instead of 404 of a document that has not arrived; the key asked for counts as the prefix.
   */
  letsSign(fn: OfficeFunction<'BUCKET_NAME'>): void {
    fn.may(['s3:PutObject', 's3:GetObject'], [this.bucket.arnForObjects(DOCUMENTS)]);
    fn.may(['s3:ListBucket'], [this.bucket.bucketArn], { StringLike: { 's3:prefix': DOCUMENTS } });
    fn.knows('BUCKET_NAME', this.bucket.bucketName);
  }
}
