import { useState } from 'preact/hooks';
import type { BodyOf, ReplyOf } from '../../../../contract/operation.ts';
import type { putCity, showCitySettings } from '../../../../contract/staff/city.ts';
import { wearBrand } from '../../../kit/brand.ts';
import { Loaded, useAnswer } from '../../../kit/use-answer.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { GroupForm } from '../group-form.tsx';
import { SectionPage } from '../sections.tsx';
import { CITY_GROUPS, citySpecs } from './city-specs.ts';

/** How the city looks and calls itself, and its lists of reasons. */
export function CityPage() {
  const { call } = useConsole();
  const { sections } = useAdminWords();
  const shown = useAnswer(() => call('show-city-settings'), [call]);
  return (
    <SectionPage section="city" lead={sections.city.about}>
      <Loaded from={shown}>{(settings) => <CityForms settings={settings} />}</Loaded>
    </SectionPage>
  );
}

type Settings = ReplyOf<typeof showCitySettings>;

function CityForms({ settings: atFirst }: { settings: Settings }) {
  const { call } = useConsole();
  const words = useAdminWords();
  const [settings, setSettings] = useState(atFirst);
  const specs = citySpecs(words);
  const keep = (said: Record<string, unknown>) => {
    const { id: _, ...others } = settings;
    // What the fields say is checked by the API.
    return call('put-city', { body: { ...others, ...said } as BodyOf<typeof putCity> });
  };
  const kept = (now: Settings) => {
    wearBrand(now.branding);
    setSettings(now);
  };
  return (
    <>
      {CITY_GROUPS.map((group) => (
        <GroupForm
          key={group}
          title={words.settings.groups[group]}
          specs={specs[group]}
          value={settings}
          isOpen={group === 'brand'}
          done={words.settings.saved}
          {...{ keep, kept }}
        />
      ))}
    </>
  );
}
