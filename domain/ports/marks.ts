import type { Instant } from '../time.ts';

/** What a city has been told once, and need not be told again. */
export type Marks = {
  has(city: string, name: string): Promise<boolean>;
  set(city: string, name: string, at: Instant): Promise<void>;
};
