import type { Choice } from '../../../kit/field.tsx';

/** How one value is written down in a form. */
export type Control =
  /** The same words in each language of the city. */
  | { readonly as: 'words'; readonly long?: boolean }
  | { readonly as: 'line'; readonly direction?: 'ltr' }
  | { readonly as: 'number' }
  /** `09:30` */
  | { readonly as: 'time' }
  /** A day, in the reader's calendar or the other. */
  | { readonly as: 'day' }
  | { readonly as: 'tick' }
  /** Yes, no, or nothing said. */
  | { readonly as: 'yes-no'; readonly none: string }
  | { readonly as: 'one'; readonly choices: readonly Choice[]; readonly none?: string; readonly numeric?: boolean }
  | { readonly as: 'many'; readonly choices: readonly Choice[]; readonly numeric?: boolean }
  /** Any number of the same: fields of each, what one is called, and the button for one more. */
  | {
      readonly as: 'rows';
      readonly of: readonly Spec[];
      readonly row: (number: string) => string;
      readonly add: string;
    };

/** One field of a form, by the path under which the API knows it. */
export type Spec = Control & {
  readonly path: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
};

/** `map.link` in `{ map: { link: … } }`. */
export const valueAt = (of: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, name) => (isGroup(part) ? part[name] : undefined), of);

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Where the form counts the rows that it shows. */
export const countOf = (path: string): string => `${path}#`;
