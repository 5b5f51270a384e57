import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Foresight } from '../../domain/ports/foresight.ts';
import type { Keys } from '../../domain/ports/keys.ts';

/** What serving itself needs, besides what the answers need: the city, the proof of callers, the time. */
export type ServingNeeds = {
  readonly directory: Directory;
  readonly keys: Keys;
  readonly clock: Clock;
  /** Without it everything is read one by one. */
  readonly foresight?: Foresight;
  /** The account that may load a city which does not exist yet. */
  readonly firstAdministrator?: string;
};
