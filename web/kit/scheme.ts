/** By light or by dark: as the device says, unless the reader has chosen. */
export const SCHEMES = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

const NAME = 'scheme';

export const readScheme = (): Scheme => {
  try {
    const kept = localStorage.getItem(NAME);
    return SCHEMES.find((scheme) => scheme === kept) ?? 'system';
  } catch {
    return 'system';
  }
};

/** Shows the pages so from now on; without storage, as long as this page stands. */
export const chooseScheme = (scheme: Scheme): void => {
  document.documentElement.dataset.scheme = scheme;
  try {
    localStorage.setItem(NAME, scheme);
  } catch {
    // A browser that keeps nothing shows pages too.
  }
};
