import type { BodyOf } from '../../../../contract/operation.ts';
import type { putPolicies } from '../../../../contract/staff/city.ts';
import type { Policies, PolicyOverrides } from '../../../../domain/policies.ts';
import { both } from '../../../kit/both.ts';
import { useQuery } from '../../../kit/router.ts';
import { Loaded, useAnswer } from '../../../kit/use-answer.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { below } from '../fields/below.ts';
import { GroupForm } from '../group-form.tsx';
import { SectionPage } from '../sections.tsx';
import { UnitChoice } from '../unit-choice.tsx';
import { policyLeaves } from './policy-leaves.ts';
import { GROUP_OF, POLICY_GROUPS, type PolicyGroup } from './policy-paths.ts';
import { policySpec } from './policy-spec.ts';

/** The limits of the city, or what one of its units does otherwise. */
export function PoliciesPage() {
  const { sections } = useAdminWords();
  const [{ unit = '' }, change] = useQuery();
  return (
    <SectionPage section="policies" lead={sections.policies.about}>
      <UnitChoice unit={unit} choose={(chosen) => change({ unit: chosen })} />
      <OfPlace key={unit} unit={unit} />
    </SectionPage>
  );
}

/** Of a unit; of the city where it is empty. */
function OfPlace({ unit }: { unit: string }) {
  const { call } = useConsole();
  const words = useAdminWords();
  const shown = useAnswer(
    () => both(call('show-policies'), call('show-policies', { query: { unit: unit || undefined } })),
    [call],
  );
  return (
    <Loaded from={shown}>
      {([{ policies }, { overrides = {} }]) =>
        unit === '' ? (
          <PolicyForms policies={policies} kept={shown.again} />
        ) : (
          <>
            <p>{words.policies.ofUnit}</p>
            <PolicyForms unit={unit} cityHas={policies} policies={overrides} kept={shown.again} />
          </>
        )
      }
    </Loaded>
  );
}

type PolicyFormsProps = { readonly kept: () => void } & (
  | { readonly unit?: undefined; readonly policies: Policies; readonly cityHas?: undefined }
  | { readonly unit: string; readonly policies: PolicyOverrides; readonly cityHas: Policies }
);

function PolicyForms({ unit, policies, cityHas, kept }: PolicyFormsProps) {
  const { call, language } = useConsole();
  const words = useAdminWords();
  const leaves = policyLeaves();
  const keep = (group: PolicyGroup) => (said: Record<string, unknown>) => {
    const all = unit === undefined ? { ...policies, ...said } : { ...withoutGroup(policies, group), ...said };
    // The API checks each policy, and whether they go together.
    const body = (unit === undefined ? { policies: all } : { unit, overrides: all }) as BodyOf<typeof putPolicies>;
    return below(unit === undefined ? 'policies' : 'overrides', call('put-policies', { body }));
  };
  return (
    <>
      {POLICY_GROUPS.map((group) => (
        <GroupForm
          key={group}
          title={words.policies.groups[group]}
          specs={leaves[group].map((leaf) => policySpec(leaf, { words, language, cityHas }))}
          value={policies}
          isOpen={group === 'triage'}
          keep={keep(group)}
          kept={kept}
          done={words.policies.saved}
        />
      ))}
    </>
  );
}

/** What was emptied is as in the city again. */
const withoutGroup = (overrides: PolicyOverrides, group: PolicyGroup): PolicyOverrides =>
  Object.fromEntries(Object.entries(overrides).filter(([name]) => GROUP_OF[name as keyof Policies] !== group));
