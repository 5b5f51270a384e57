import { createRequire } from 'node:module';
import type * as requests from './requests.ts';
import { invalid, TableError, unreadable } from './table-error.ts';

/**
 * The border: what a client sent becomes one of the types of `requests.ts`, or a refusal in DynamoDB's own words.
 * dynalite's validators and expression parsers were written against AWS, message by message; of dynalite only they are
 * used. They are plain JavaScript, so this file is also where types begin.
 */
type Types = Record<string, unknown>;
type Custom = (request: unknown, store: unknown) => string | undefined;
type Check = { types: Types; custom?: Custom };
type Validations = {
  checkTypes<T>(body: object, types: Types): T;
  checkValidations(request: unknown, types: Types, custom: Custom | undefined, store: unknown): void;
};

const require = createRequire(import.meta.url);
const validations: Validations = require('dynalite/validations');
const checkOf = (operation: string): Check => require(`dynalite/validations/${operation}`);

/** dynalite measures items in UTF-16; `write-item.ts` measures them as DynamoDB does. */
const STORE = { options: { maxItemSize: Number.POSITIVE_INFINITY } };

const LEGACY = [
  'Expected',
  'AttributeUpdates',
  'KeyConditions',
  'QueryFilter',
  'ScanFilter',
  'AttributesToGet',
  'ConditionalOperator',
];
const LONGEST_EXPRESSION_BYTES = 4096;

const oneOf = (...values: string[]) => ({ type: 'String', enum: values });
const tableName = checkOf('getItem').types.TableName;
const onFailure = { ReturnValuesOnConditionCheckFailure: oneOf('ALL_OLD', 'NONE') };
const capacity = { ReturnConsumedCapacity: oneOf('INDEXES', 'TOTAL', 'NONE') };

const put = withTypes(checkOf('putItem'), onFailure);
const update = withTypes(checkOf('updateItem'), onFailure);
const remove = withTypes(checkOf('deleteItem'), onFailure);
const get = checkOf('getItem');

export const putItem = checker<requests.PutItem>(put);
export const updateItem = checker<requests.UpdateItem>(update);
export const deleteItem = checker<requests.DeleteItem>(remove);
export const getItem = checker<requests.GetItem>(get);
export const query = checker<requests.Query>(checkOf('query'));
export const scan = checker<requests.Scan>(checkOf('scan'));
export const batchGetItem = checker<requests.BatchGetItem>(checkOf('batchGetItem'));
export const batchWriteItem = checker<requests.BatchWriteItem>(checkOf('batchWriteItem'));
export const createTable = checker<requests.CreateTable>(checkOf('createTable'));
export const namedTable = checker<requests.NamedTable>({ types: { TableName: tableName } });

export const updateTimeToLive = checker<requests.UpdateTimeToLive>({
  types: {
    TableName: tableName,
    TimeToLiveSpecification: {
      type: 'FieldStruct<TimeToLiveSpecification>',
      notNull: true,
      children: {
        AttributeName: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1 },
        Enabled: { type: 'Boolean', notNull: true },
      },
    },
  },
});

export const transactWriteItems = checker<requests.TransactWriteItems>(
  transaction(
    { Put: put, Update: update, Delete: remove, ConditionCheck: remove },
    {
      ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
    },
  ),
);

export const transactGetItems = checker<requests.TransactGetItems>(transaction({ Get: get }, {}));

function checker<T>({ types, custom }: Check): (body: object) => T {
  return (body) => {
    refuseWhatIsNotSupported(body);
    try {
      const request = validations.checkTypes<T>({ ...body }, types);
      validations.checkValidations(request, types, custom, STORE);
      return request;
    } catch (error) {
      throw asTableError(error);
    }
  };
}

/** The checks of a list of actions, each of which names exactly one of the given operations. */
function transaction(operations: Record<string, Check>, more: Types): Check {
  const children = Object.entries(operations).map(([name, { types }]) => [
    name,
    { type: `FieldStruct<${name}>`, children: types },
  ]);
  return {
    types: {
      ...capacity,
      ...more,
      TransactItems: {
        type: 'List',
        notNull: true,
        lengthGreaterThanOrEqual: 1,
        lengthLessThanOrEqual: 100,
        children: { type: 'ValueStruct<TransactItem>', children: Object.fromEntries(children) },
      },
    },
    custom: (request) => {
      for (const action of actionsOf(request)) {
        const [[name, details] = [], ...others] = Object.entries(action);
        const check = name === undefined ? undefined : operations[name];
        if (!check || others.length > 0) return 'TransactItems can only contain one of Check, Put, Update or Delete';
        if (name === 'Update' && !Object.hasOwn(Object(details), 'UpdateExpression')) {
          return 'The expression can not be empty;';
        }
        if (name === 'ConditionCheck' && !Object.hasOwn(Object(details), 'ConditionExpression')) {
          return 'The ConditionExpression of a ConditionCheck must be specified';
        }
        refuseWhatIsNotSupported(Object(details));
        const refusal = check.custom?.(details, STORE);
        if (refusal) return refusal;
      }
      return undefined;
    },
  };
}

const actionsOf = (request: unknown): object[] => {
  const { TransactItems }: { TransactItems?: object[] } = Object(request);
  return TransactItems ?? [];
};

function refuseWhatIsNotSupported(body: object): void {
  for (const [name, value] of Object.entries(body)) {
    if (LEGACY.includes(name))
      throw invalid(`${name} is a legacy parameter, which this table does not know; use expressions`);
    if (name.endsWith('Expression') && Buffer.byteLength(String(value)) > LONGEST_EXPRESSION_BYTES) {
      throw invalid(`Invalid ${name}: Expression size has exceeded the maximum allowed size`);
    }
  }
}

function withTypes(check: Check, more: Types): Check {
  return { ...check, types: { ...check.types, ...more } };
}

/** dynalite throws answers of its own form; whatever else its code throws comes from a body no client would send. */
function asTableError(error: unknown): TableError {
  if (error instanceof TableError) return error;
  const { body }: { body?: { __type?: string; message?: string; Message?: string } } = Object(error);
  if (!body) return unreadable('The request could not be understood');
  return new TableError(body.__type?.split('#')[1] ?? 'ValidationException', body.message ?? body.Message ?? '');
}
