import { useState } from 'preact/hooks';
import type { BodyOf } from '../../../../contract/operation.ts';
import type { putPolicies } from '../../../../contract/staff/city.ts';
import type { Policies, PolicyOverrides } from '../../../../domain/policies.ts';
import { both } from '../../../kit/both.ts';
import { Form } from '../../../kit/form.tsx';
import { useQuery } from '../../../kit/router.ts';
import { Loaded, useAnswer } from '../../../kit/use-answer.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { readFields } from '../fields/read-fields.ts';
import { SpecFields } from '../fields/spec-fields.tsx';
import { SaidDone } from '../said-done.tsx';
import { SectionPage } from '../sections.tsx';
import { UnitChoice } from '../unit-choice.tsx';
import { policyLeaves } from './policy-leaves.ts';
import { POLICY_GROUPS } from './policy-paths.ts';
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
          <PolicyForm policies={policies} />
        ) : (
          <>
            <p>{words.policies.ofUnit}</p>
            <PolicyForm unit={unit} cityHas={policies} policies={overrides} />
          </>
        )
      }
    </Loaded>
  );
}

type PolicyFormProps =
  | { readonly unit?: undefined; readonly policies: Policies; readonly cityHas?: undefined }
  | { readonly unit: string; readonly policies: PolicyOverrides; readonly cityHas: Policies };

function PolicyForm({ unit, policies, cityHas }: PolicyFormProps) {
  const { call, city, language } = useConsole();
  const words = useAdminWords();
  const [saved, setSaved] = useState(0);
  const leaves = policyLeaves();
  const specsOf = (group: keyof typeof leaves) =>
    leaves[group].map((leaf) => policySpec(leaf, { words, language, cityHas }));
  const send = (data: FormData) => {
    const said = readFields(POLICY_GROUPS.flatMap(specsOf), data, city.locales);
    // A form of all policies; the API checks each.
    const body = unit === undefined ? { policies: { openRequestsPerOfficial: 1, ...said } } : { unit, overrides: said };
    return call('put-policies', { body: body as BodyOf<typeof putPolicies> });
  };
  return (
    <>
      {saved > 0 && <SaidDone key={saved}>{words.policies.saved}</SaidDone>}
      <Form send={send} done={() => setSaved(saved + 1)} label={words.save} labels={words.faults}>
        {POLICY_GROUPS.map((group) => (
          <fieldset class="card" key={group}>
            <legend class="group">{words.policies.groups[group]}</legend>
            <div class="fields">
              <SpecFields specs={specsOf(group)} value={policies} />
            </div>
          </fieldset>
        ))}
      </Form>
    </>
  );
}
