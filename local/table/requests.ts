import type { Item } from './attribute-value.ts';
import type { Condition } from './condition.ts';
import type { CapacityMode } from './consumption.ts';
import type { Path } from './document-path.ts';
import type { UpdateSection } from './update.ts';

/** Requests as they are after `checked-request.ts`: shapes proven, expressions parsed into the properties with an underscore. */
type ParsedCondition = {
  expression: Condition;
  nestedPaths: Record<string, unknown>;
  pathHeads: Record<string, unknown>;
};

type Projected = { _projection?: { paths: Path[]; nestedPaths: Record<string, unknown> } };

type Conditional = {
  TableName: string;
  _condition?: ParsedCondition;
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
};

type Answered = {
  ReturnValues?: 'NONE' | 'ALL_OLD' | 'UPDATED_OLD' | 'ALL_NEW' | 'UPDATED_NEW';
  ReturnConsumedCapacity?: CapacityMode;
};

export type Put = Conditional & { Item: Item };
export type Delete = Conditional & { Key: Item };
export type ConditionCheck = Conditional & { Key: Item };
export type Update = Conditional & {
  Key: Item;
  _updates?: { sections: UpdateSection[]; paths: Path[]; nestedPaths: Record<string, unknown> };
};

export type PutItem = Put & Answered;
export type DeleteItem = Delete & Answered;
export type UpdateItem = Update & Answered;

export type Get = Projected & { TableName: string; Key: Item };
export type GetItem = Get & { ConsistentRead?: boolean; ReturnConsumedCapacity?: CapacityMode };

type Page = Projected & {
  TableName: string;
  IndexName?: string;
  Select?: 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES' | 'SPECIFIC_ATTRIBUTES' | 'COUNT';
  Limit?: number;
  ExclusiveStartKey?: Item;
  ConsistentRead?: boolean;
  ReturnConsumedCapacity?: CapacityMode;
  _filter?: ParsedCondition;
};

export type KeyCondition = {
  ComparisonOperator: 'EQ' | 'LT' | 'LE' | 'GT' | 'GE' | 'BETWEEN' | 'BEGINS_WITH';
  AttributeValueList: Item[string][];
};

export type Query = Page & { KeyConditions: Record<string, KeyCondition>; ScanIndexForward?: boolean };
export type Scan = Page & { Segment?: number; TotalSegments?: number };

export type BatchGetItem = {
  RequestItems: Record<string, Projected & { Keys: Item[]; ConsistentRead?: boolean }>;
  ReturnConsumedCapacity?: CapacityMode;
};

export type BatchWriteItem = {
  RequestItems: Record<string, { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[]>;
  ReturnConsumedCapacity?: CapacityMode;
};

export type TransactWriteItems = {
  TransactItems: { Put?: Put; Update?: Update; Delete?: Delete; ConditionCheck?: ConditionCheck }[];
  ClientRequestToken?: string;
  ReturnConsumedCapacity?: CapacityMode;
};

export type TransactGetItems = { TransactItems: { Get: Get }[]; ReturnConsumedCapacity?: CapacityMode };

type KeySchema = { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];

export type CreateTable = {
  TableName: string;
  AttributeDefinitions: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  KeySchema: KeySchema;
  BillingMode?: 'PROVISIONED' | 'PAY_PER_REQUEST';
  ProvisionedThroughput?: { ReadCapacityUnits: number; WriteCapacityUnits: number };
  LocalSecondaryIndexes?: unknown[];
  GlobalSecondaryIndexes?: {
    IndexName: string;
    KeySchema: KeySchema;
    Projection: { ProjectionType: 'ALL' | 'INCLUDE' | 'KEYS_ONLY'; NonKeyAttributes?: string[] };
  }[];
};

export type NamedTable = { TableName: string };

export type UpdateTimeToLive = {
  TableName: string;
  TimeToLiveSpecification: { AttributeName: string; Enabled: boolean };
};
