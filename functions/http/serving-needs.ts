import type { Clock, Directory, Keys } from '../../domain/ports.ts';

/** What serving itself needs, besides what the answers need: the city, the proof of callers, the time. */
export type ServingNeeds = {
  readonly directory: Directory;
  readonly keys: Keys;
  readonly clock: Clock;
  /** The account that may load a city which does not exist yet. */
  readonly firstAdministrator?: string;
};
