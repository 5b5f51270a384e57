import type { AttributeValue, ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

export const KB = 1024;
export const Key = marshall({ pk: 'p', sk: '1' });

/** The item under `Key`, exactly `bytes` large (attributes of one digit or of text besides), unless it says more. */
export function itemOf(bytes: number, more: Record<string, unknown> = {}): Record<string, AttributeValue> {
  const item = marshall({ pk: 'p', sk: '1', body: '', ...more });
  const sizes = Object.entries(item).map(([name, value]) => name.length + (value.S?.length ?? 2));
  const size = sizes.reduce((sum, one) => sum + one, 0);
  return { ...item, body: { S: 'x'.repeat(Math.max(0, bytes - size)) } };
}

/** The figures of an answer in one flat object: total, table, and each index by name. */
export const unitsOf = (consumed: ConsumedCapacity | undefined): Record<string, number | undefined> => ({
  total: consumed?.CapacityUnits,
  table: consumed?.Table?.CapacityUnits,
  ...Object.fromEntries(
    Object.entries(consumed?.GlobalSecondaryIndexes ?? {}).map(([name, of]) => [name, of.CapacityUnits]),
  ),
});
