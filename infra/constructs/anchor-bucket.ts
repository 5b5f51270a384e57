import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { OfficeFunction } from './office-function.ts';

/** `{city}/anchors/{official}/{day}.json` */
const ANCHORS = '*/anchors/*';
/** As long as anybody may still ask how a turn was given. */
const KEPT_YEARS = 10;

/**
 * The daily heads of the fair-turn ledger. The bucket locks every object: until its years are over nobody can overwrite or remove
 * one, not even whoever owns the account.
 */
export class AnchorBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, { accessLog }: { accessLog: s3.Bucket }) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: s3.ObjectLockRetention.compliance(Duration.days(KEPT_YEARS * 365)),
      // CDK's class and its own interface differ under exactOptionalPropertyTypes.
      serverAccessLogsBucket: accessLog as s3.IBucket,
      serverAccessLogsPrefix: 'anchors/',
    });
  }

  /** Lets a function note heads. It cannot read them, and the lock keeps what it wrote. */
  letsNote(fn: OfficeFunction<'ANCHOR_BUCKET_NAME'>): void {
    fn.may(['s3:PutObject'], [this.bucket.arnForObjects(ANCHORS)]);
    fn.knows('ANCHOR_BUCKET_NAME', this.bucket.bucketName);
  }

  letsRead(fn: OfficeFunction<'ANCHOR_BUCKET_NAME'>): void {
    fn.may(['s3:GetObject'], [this.bucket.arnForObjects(ANCHORS)]);
    fn.may(['s3:ListBucket'], [this.bucket.bucketArn], { StringLike: { 's3:prefix': ANCHORS } });
    fn.knows('ANCHOR_BUCKET_NAME', this.bucket.bucketName);
  }
}
