import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { OfficeFunction } from './office-function.ts';

/** The files as they were uploaded: `{city}/documents/{id}`. */
const ORIGINALS = '*/documents/*';
/** Their plain pages, for the staff: `{city}/pages/{id}/{page}.jpg`. */
const PAGES = '*/pages/*';
/** What citizens may see of them: `{city}/shown/{id}/{edition}/{page}.jpg`. */
const SHOWN = '*/shown/*';

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

  /** Lets a function sign uploads and links to what citizens may see; it can read neither originals nor plain pages. */
  letsServeCitizens(fn: OfficeFunction<'BUCKET_NAME'>): void {
    this.#letsSign(fn, [SHOWN]);
  }

  letsServeStaff(fn: OfficeFunction<'BUCKET_NAME'>): void {
    this.#letsSign(fn, [ORIGINALS, PAGES, SHOWN]);
  }

  /**
   * Lets a function read originals and their verdicts, and write pictures. Who may not list is told 403 instead of 404 of a file
   * that has not arrived; the key asked for counts as the prefix.
   */
  letsDevelop(fn: OfficeFunction<'BUCKET_NAME'>): void {
    fn.may(['s3:GetObject', 's3:GetObjectTagging'], [this.bucket.arnForObjects(ORIGINALS)]);
    fn.may(['s3:GetObject', 's3:PutObject'], [this.bucket.arnForObjects(PAGES)]);
    fn.may(['s3:PutObject', 's3:DeleteObject'], [this.bucket.arnForObjects(SHOWN)]);
    fn.may(['s3:ListBucket'], [this.bucket.bucketArn], { StringLike: { 's3:prefix': [ORIGINALS, SHOWN] } });
    fn.knows('BUCKET_NAME', this.bucket.bucketName);
  }

  /** What has arrived is seen by the list. */
  #letsSign(fn: OfficeFunction<'BUCKET_NAME'>, readable: readonly string[]): void {
    fn.may(['s3:PutObject'], [this.bucket.arnForObjects(ORIGINALS)]);
    fn.may(
      ['s3:GetObject'],
      readable.map((kind) => this.bucket.arnForObjects(kind)),
    );
    fn.may(['s3:ListBucket'], [this.bucket.bucketArn], { StringLike: { 's3:prefix': ORIGINALS } });
    fn.knows('BUCKET_NAME', this.bucket.bucketName);
  }
}
