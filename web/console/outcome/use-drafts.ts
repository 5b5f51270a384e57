import { useState } from 'preact/hooks';
import type { PageBox } from '../scan/scan-board.tsx';

/** An order that is being written; it may have a box on the picture. */
export type Draft = { readonly key: string; readonly box?: PageBox };

let drawn = 0;

/** The orders being written, in their order: each box drawn on the picture begins one. */
export const useDrafts = () => {
  const [all, setAll] = useState<readonly Draft[]>([]);
  return {
    all,
    /** @returns the key of the new one */
    add: (box?: PageBox): string => {
      drawn += 1;
      const key = `draft-${drawn}`;
      setAll((before) => [...before, { key, ...(box && { box }) }]);
      return key;
    },
    place: (key: string, box: PageBox) =>
      setAll((before) => before.map((one) => (one.key === key ? { key, box } : one))),
    remove: (key: string) => setAll((before) => before.filter((one) => one.key !== key)),
    /** Another picture: what was cut from the one before is words alone. */
    forgetBoxes: () => setAll((before) => before.map(({ key }) => ({ key }))),
  };
};
export type Drafts = ReturnType<typeof useDrafts>;
