import { accountName } from '../../domain/account-name.ts';
import { calendarOf, findOfficial } from '../../domain/office.ts';
import { CITIES } from '../seed.ts';
import type { System } from '../system.ts';
import { checkEnd } from './check-end.ts';
import { diceOf } from './dice.ts';
import type { Life, Scene } from './life.ts';
import { LIVES } from './lives.ts';
import { officeDays } from './office-days.ts';
import { perform } from './perform.ts';
import { inventPerson } from './person.ts';
import { executionsOf, readBack, type Told } from './read-back.ts';
import { openScene } from './scene.ts';
import { citizenTokens, staffTokens } from './sign-ins.ts';

/** Two months after a closing the office asks whether it is truly done; that is the last letter. */
const LAST_LETTERS_MS = 61 * 24 * 3_600_000;

export type Shown = { readonly scene: Scene; readonly told: Told };

/** Performs every life, then reads all of them back and holds them against how they must have ended. */
export const showLives = async (system: System, seed: string): Promise<{ lives: Shown[]; errors: string[] }> => {
  const staffToken = staffTokens(system);
  const performance = `demo-${seed}-${system.now()}`;
  const scenes = LIVES.map((life, number) => sceneOf(life, number, { system, seed, performance, staffToken }));
  const executions = new Map<Scene, Told['executions']>();
  const errors = await perform(scenes, system, (scene) => {
    executions.set(scene, executionsOf(scene.request() ?? '', system.engine));
  });
  await system.moveClockTo(system.now() + LAST_LETTERS_MS);
  const lives: Shown[] = [];
  for (const scene of scenes) {
    try {
      const told = await readBack(scene, system, executions.get(scene) ?? []);
      lives.push({ scene, told });
      errors.push(...checkEnd(scene.life, told));
    } catch (error) {
      errors.push(`${scene.life.id}: cannot be read back: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { lives, errors };
};

/** The city as it was seeded: its calendar says on which days people act. */
export const officeOf = (city: string) => {
  const office = CITIES.find((data) => data.city.id === city);
  if (!office) throw new Error(`No city is called ${city}`);
  return office;
};

type Around = {
  readonly system: System;
  readonly seed: string;
  readonly performance: string;
  readonly staffToken: (account: string) => Promise<string>;
};

const sceneOf = (life: Life, number: number, { system, seed, performance, staffToken }: Around): Scene => {
  const office = officeOf(life.city);
  const dice = diceOf(`${seed} ${life.id}`);
  const person = inventPerson(office, dice, number);
  const unit = findOfficial(office, life.official)?.unit ?? '';
  return openScene({
    ...{ url: system.url, life, unit, person, key: `${performance}-${life.id}` },
    staffToken: (username) => staffToken(accountName(life.city, username)),
    days: officeDays(calendarOf(office, unit), system.now, dice),
    citizenToken: citizenTokens(system, life.city, person),
  });
};
