import { eastmere } from '../../../cities/eastmere.ts';
import type { Office } from '../../../domain/office.ts';
import { RUNGS } from '../../../domain/policies.ts';
import { plusDays } from '../../../domain/time.ts';
import type { Unit } from '../../../domain/unit.ts';
import type { Dice } from '../../../local/demo/dice.ts';

const FIRST_DAY = '2026-06-08';
const DAYS = 150;

const dayOf = (dice: Dice) => plusDays(FIRST_DAY, dice(DAYS));
const several = <Item>(most: number, dice: Dice, item: () => Item): Item[] =>
  Array.from({ length: dice(most + 1) }, item);
const name = { en: 'A day off', fa: 'تعطیل' };

/** A city four ranks deep with posts that nobody holds or that somebody leaves, days off, and a ladder of its own. */
export const randomOffice = (dice: Dice): Office => {
  const below = (id: string, parent: string): Unit => ({ id, kind: 'district', parent, name: { en: id, fa: id } });
  const units = eastmere.units.map((unit) => (unit.id === 'harbour' ? { ...unit, parent: 'coast' } : unit));
  const { city } = eastmere;
  return {
    ...eastmere,
    units: [...units.map((unit) => differing(unit, dice)), below('coast', 'hq'), below('pier', 'harbour')],
    users: eastmere.users.flatMap((user) => {
      const fate = dice(10);
      if (fate < 3) return [];
      return [fate === 3 ? { ...user, endsOn: dayOf(dice) } : user];
    }),
    city: {
      ...city,
      policies: { ...city.policies, ...(dice(2) === 0 && { ladder: randomLadder(dice) }) },
      calendar: { ...city.calendar, holidays: several(8, dice, () => ({ on: dayOf(dice), name })) },
    },
  };
};

/** Some units have days off of their own, some a ladder of their own. */
const differing = (unit: Unit, dice: Dice): Unit => ({
  ...unit,
  ...(dice(3) === 0 && {
    calendar: {
      ...unit.calendar,
      closures: several(4, dice, () => ({
        on: dayOf(dice),
        reason: name,
        ...(dice(2) === 0 && { from: '12:00', to: '20:00' }),
      })),
    },
  }),
  ...(dice(4) === 0 && { policies: { ...unit.policies, ladder: randomLadder(dice) } }),
});

const randomLadder = (dice: Dice) => {
  const chosen = RUNGS.filter(() => dice(3) > 0);
  const shuffled = (chosen.length > 0 ? chosen : RUNGS).toSorted(() => dice(3) - 1);
  return shuffled.map((rung) => (dice(2) === 0 ? { rung } : { rung, workingDays: 1 + dice(7) }));
};
