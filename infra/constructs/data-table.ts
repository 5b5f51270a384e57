import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { TABLE_SHAPE } from '../../adapters/dynamo/table.ts';
import type { OfficeFunction } from './office-function.ts';

type KnowsTable = OfficeFunction<'TABLE_NAME'>;

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'];

/** The one table: the truth about every request, session and city. Kept through every deployment, restorable to the second. */
export class DataTable extends Construct {
  readonly table: dynamodb.TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const text = (name: string) => ({ name, type: dynamodb.AttributeType.STRING });
    this.table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: text(TABLE_SHAPE.partitionKey),
      sortKey: text(TABLE_SHAPE.sortKey),
      globalSecondaryIndexes: TABLE_SHAPE.indexes.map((index) => ({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: dynamodb.ProjectionType.KEYS_ONLY,
      })),
      timeToLiveAttribute: TABLE_SHAPE.timeToLive,
      billing: dynamodb.Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** No function may Scan: what a Query cannot find is not asked. */
  letsReadAndWrite(fn: KnowsTable): void {
    fn.may([...READ, ...WRITE], [this.table.tableArn]);
    fn.may(
      ['dynamodb:Query'],
      TABLE_SHAPE.indexes.map((index) => `${this.table.tableArn}/index/${index.name}`),
    );
    fn.knows('TABLE_NAME', this.table.tableName);
  }

  /** Lets a function put many items at once: a city's data is loaded so. */
  letsLoad(fn: KnowsTable): void {
    fn.may(['dynamodb:BatchWriteItem'], [this.table.tableArn]);
  }
}
