import { policies } from 'virtual:schemas/policies';
import type { Policies } from '../../../../domain/policies.ts';
import { GROUP_OF, POLICY_GROUPS, type PolicyGroup, type PolicyPath } from './policy-paths.ts';

/** A single policy: where it stands, and what may be said there, as JSON Schema has it. */
export type PolicyLeaf = { readonly path: PolicyPath; readonly schema: Schema };

type Schema = {
  readonly type?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [word: string]: unknown;
};

/** The policies as the domain's own schema knows them, group by group; what can only be one value is not asked for. */
export const policyLeaves = (): Readonly<Record<PolicyGroup, readonly PolicyLeaf[]>> => {
  const whole = policies as Schema;
  const below = (group: PolicyGroup) =>
    Object.entries(whole.properties ?? {})
      .filter(([name, { const: only }]) => only === undefined && GROUP_OF[name as keyof Policies] === group)
      .flatMap(([name, schema]) => leavesOf(name, schema));
  return Object.fromEntries(POLICY_GROUPS.map((group) => [group, below(group)])) as Record<PolicyGroup, PolicyLeaf[]>;
};

/** The schema's own names make the paths, of which `PolicyPath` is the type. */
const leavesOf = (path: string, schema: Schema): PolicyLeaf[] =>
  schema.properties
    ? Object.entries(schema.properties).map(([name, inner]) => ({
        path: `${path}.${name}` as PolicyPath,
        schema: inner,
      }))
    : [{ path: path as PolicyPath, schema }];
