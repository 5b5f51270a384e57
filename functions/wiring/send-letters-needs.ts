import { DictionaryWording } from '../../adapters/letters/dictionary-wording.ts';
import type { SendLettersEnv } from '../env.ts';
import type { SendLettersNeeds } from '../scheduled/send-letters.ts';
import { carriers } from './carriers.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';

export const sendLettersNeeds = (env: SendLettersEnv, clock = systemClock): SendLettersNeeds => ({
  ...tablePorts(env, clock),
  ...carriers(env),
  wording: new DictionaryWording(),
});
