import { DictionaryWording } from '../../adapters/letters/dictionary-wording.ts';
import type { SendLettersEnv } from '../env.ts';
import type { SendDigestsNeeds } from '../scheduled/send-digests.ts';
import type { SendLettersNeeds } from '../scheduled/send-letters.ts';
import { carriers } from './carriers.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';

/** What it takes to write to people: the letters, and the digests of the staff. */
export const sendLettersNeeds = (env: SendLettersEnv, clock = systemClock): SendLettersNeeds & SendDigestsNeeds => ({
  ...tablePorts(env, clock),
  ...carriers(env),
  wording: new DictionaryWording(),
});
