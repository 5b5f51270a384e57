import { useState } from 'preact/hooks';
import type { BodyOf, ReplyOf } from '../../../../contract/operation.ts';
import type { putCity, showCitySettings } from '../../../../contract/staff/city.ts';
import { wearBrand } from '../../../kit/brand.ts';
import { Form } from '../../../kit/form.tsx';
import { Loaded, useAnswer } from '../../../kit/use-answer.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { readFields } from '../fields/read-fields.ts';
import { SpecFields } from '../fields/spec-fields.tsx';
import { SaidDone } from '../said-done.tsx';
import { SectionPage } from '../sections.tsx';
import { citySpecs } from './city-specs.ts';

/** How the city looks and calls itself, and its lists of reasons. */
export function CityPage() {
  const { call } = useConsole();
  const { sections } = useAdminWords();
  const shown = useAnswer(() => call('show-city-settings'), [call]);
  return (
    <SectionPage section="city" lead={sections.city.about}>
      <Loaded from={shown}>{(settings) => <CityForm settings={settings} />}</Loaded>
    </SectionPage>
  );
}

function CityForm({ settings }: { settings: ReplyOf<typeof showCitySettings> }) {
  const { call, city } = useConsole();
  const words = useAdminWords();
  const [saved, setSaved] = useState(0);
  const groups = citySpecs(words);
  const send = (data: FormData) => {
    const { id: _, ...others } = settings;
    const said = readFields(Object.values(groups).flat(), data, city.locales);
    // What the fields say is checked by the API.
    return call('put-city', { body: { ...others, ...said } as BodyOf<typeof putCity> });
  };
  const done = ({ branding }: ReplyOf<typeof putCity>) => {
    wearBrand(branding);
    setSaved(saved + 1);
  };
  const names: Readonly<Record<string, string>> = words.settings.groups;
  return (
    <>
      {saved > 0 && <SaidDone key={saved}>{words.settings.saved}</SaidDone>}
      <Form send={send} done={done} label={words.save} labels={words.faults}>
        {Object.entries(groups).map(([group, specs]) => (
          <fieldset class="card" key={group}>
            <legend class="group">{names[group]}</legend>
            <SpecFields specs={specs} value={settings} />
          </fieldset>
        ))}
      </Form>
    </>
  );
}
