import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Refused } from '../../domain/outcome.ts';
import { type Expression, expressed, marshall } from './expression.ts';
import type { Key } from './keys.ts';

/** One write of a transaction, and the refusal that its condition stands for (`changed-meanwhile` if it says nothing). */
export type Step = (
  | { readonly put: Key & Readonly<Record<string, unknown>>; readonly when?: Pick<Expression, 'condition' | 'values'> }
  | { readonly update: Key; readonly by: Expression }
  | { readonly remove: Key; readonly when?: Pick<Expression, 'condition' | 'values'> }
) & { readonly otherwise?: Refused };

export const keyOfStep = (step: Step): Key => ('put' in step ? step.put : 'update' in step ? step.update : step.remove);

export const transactItem = (TableName: string, step: Step): TransactWriteItem => {
  if ('put' in step) return { Put: { TableName, Item: marshall(step.put), ...expressed(step.when ?? {}) } };
  if ('remove' in step) return { Delete: { TableName, Key: marshall(step.remove), ...expressed(step.when ?? {}) } };
  const { UpdateExpression = '', ...more } = expressed(step.by);
  return { Update: { TableName, Key: marshall(step.update), UpdateExpression, ...more } };
};
