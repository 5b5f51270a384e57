import { chooseScheme, readScheme, SCHEMES } from './scheme.ts';
import { useSpeech } from './speech.ts';

/** Light, dark, or as the device says. */
export function Appearance() {
  const { words } = useSpeech();
  const now = readScheme();
  return (
    <label class="appearance">
      {words.appearance}
      <select
        onChange={({ currentTarget: { value } }) =>
          chooseScheme(SCHEMES.find((scheme) => scheme === value) ?? 'system')
        }
      >
        {SCHEMES.map((scheme) => (
          <option key={scheme} value={scheme} selected={scheme === now}>
            {words.appearances[scheme]}
          </option>
        ))}
      </select>
    </label>
  );
}
