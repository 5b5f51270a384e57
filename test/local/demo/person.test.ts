import { expect, test } from 'vitest';
import { eastmere } from '../../../cities/eastmere.ts';
import { tehran } from '../../../cities/tehran.ts';
import { checkIdentity, normaliseMobile } from '../../../domain/identity.ts';
import { diceOf } from '../../../local/demo/dice.ts';
import { inventPerson } from '../../../local/demo/person.ts';

test('every invented person has a number and a mobile that the city accepts', () => {
  for (const data of [tehran, eastmere]) {
    for (let seed = 0; seed < 200; seed += 1) {
      const { identity, mobile } = inventPerson(data, diceOf(String(seed)), seed % 40);
      const kind = data.city.idKinds.find(({ id }) => id === identity.kind);
      expect(kind && checkIdentity(kind, identity.value)).toEqual({ ok: true, value: identity.value });
      expect(normaliseMobile(data.city.phoneRule, mobile)).toMatch(/^\+/);
    }
  }
});

test('the same dice invent the same person, others another', () => {
  const person = (seed: string) => inventPerson(tehran, diceOf(seed), 1);
  expect(person('1 plain')).toEqual(person('1 plain'));
  expect(person('2 plain')).not.toEqual(person('1 plain'));
});
