import { toMillis } from '../../domain/time.ts';
import { MONDAY_MORNING } from '../support/world.ts';
import { strike } from './disasters.ts';
import { Lives } from './lives.ts';
import { openSimulatedOffice, type Tally } from './office.ts';
import { type Log, MINUTE_MS, PassingTime } from './passing-time.ts';
import type { Plant } from './plants.ts';
import type { Script } from './script.ts';

/** After the last act and the last fault everything has so long to come to rest. */
const REST_MINUTES = 6;

/** Plays a world to its end and looks at each step. Throws the `Violation` that it comes upon. */
export const play = async (
  script: Script,
  tally: Tally,
  { plant, log = () => {} }: { plant?: Plant | undefined; log?: Log },
): Promise<void> => {
  const start = toMillis(MONDAY_MORNING);
  const office = await openSimulatedOffice(tally, plant);
  const lives = new Lives(office, log, { lives: script.lives, start });
  const time = new PassingTime(office, log, () => lives.anybodyMeanwhile(time));
  const disasters = script.disasters.toSorted((a, b) => a.afterMinutes - b.afterMinutes);

  for (let person = lives.next(); person; person = lives.next()) {
    const disaster = disasters[0];
    const strikesAt = disaster ? start + disaster.afterMinutes * MINUTE_MS : Number.POSITIVE_INFINITY;
    if (disaster && strikesAt <= person.at) {
      disasters.shift();
      await time.passTo(strikesAt);
      log(`${office.clock.now()} ${disaster.kind}`);
      await strike(disaster, office, time);
    } else {
      await time.passTo(person.at);
      await lives.live(person, time);
    }
  }
  office.ahead.length = 0;
  await time.rest(REST_MINUTES);
  office.checks.atLast(office.clock.now(), office.isInStep);
  await time.settle();
};
