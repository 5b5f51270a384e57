import { marshall as toAttributes } from '@aws-sdk/util-dynamodb';

/** A condition or update in DynamoDB's words. Every attribute is written `#name`, so that reserved words never matter. */
export type Expression = {
  readonly condition?: string | undefined;
  readonly update?: string | undefined;
  readonly keys?: string | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
};

/** Conditions that many writes share, by their meaning. */
export const isNew = 'attribute_not_exists(#pk)';
export const isThere = 'attribute_exists(#pk)';
export const unchangedSinceRead = '#version = :read';
export const heldByRequest = '#holder = :request';

export const marshall = (item: Readonly<Record<string, unknown>>) =>
  toAttributes(item, { removeUndefinedValues: true });

/** The expression as a request's parameters, with the names and values that it mentions. */
export const expressed = ({ condition, update, keys, values = {} }: Expression) => {
  const names = [condition, update, keys].join(' ').matchAll(/#(\w+)/g);
  const nameOf = Object.fromEntries([...names].map(([placeholder, name]) => [placeholder, name ?? '']));
  return {
    ...(condition !== undefined && { ConditionExpression: condition }),
    ...(update !== undefined && { UpdateExpression: update }),
    ...(keys !== undefined && { KeyConditionExpression: keys }),
    ...(Object.keys(nameOf).length > 0 && { ExpressionAttributeNames: nameOf }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: marshall(values) }),
  };
};
