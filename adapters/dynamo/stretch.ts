import { type Expression, expressed, marshall } from './expression.ts';
import type { Key } from './keys.ts';

/** One stretch of a partition, of the table or of an index. */
export type Stretch = Pick<Expression, 'keys' | 'values'> & {
  readonly index?: string;
  readonly limit?: number;
  readonly strong?: boolean;
  readonly backward?: boolean;
  /** The key behind which to go on; only for the table itself. */
  readonly after?: Key | undefined;
};

/** The stretch as a Query's parameters. */
export const queryOf = (
  TableName: string,
  { index, limit, strong = false, backward = false, after, ...expression }: Stretch,
) => ({
  TableName,
  ...expressed(expression),
  ConsistentRead: strong,
  ScanIndexForward: !backward,
  ...(index !== undefined && { IndexName: index }),
  ...(limit !== undefined && { Limit: limit }),
  ...(after !== undefined && { ExclusiveStartKey: marshall(after) }),
});
