import { expect, it } from 'vitest';
import { agreed } from '../support/world.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const contact = { kind: 'mobile', value: '+447700900123' } as const;

const asked = (world: DataWorld, id: string, more: { contactKey?: string; networkKey?: string } = {}) =>
  world.proofs.open(world.city, {
    ...{ id, contactKey: 'CONTACT', networkKey: 'NETWORK', codeHash: 'RIGHT', at: world.clock.now(), contact },
    ...more,
  });
const tried = (world: DataWorld, id: string, codeHash: string) =>
  world.proofs.redeem(world.city, id, codeHash, world.clock.now());
const reasons = (outcomes: readonly { agreed: boolean; reason?: string }[]) =>
  Object.groupBy(outcomes, (outcome) => outcome.reason ?? 'agreed');
const counted = (outcomes: readonly { agreed: boolean; reason?: string }[]) =>
  Object.fromEntries(Object.entries(reasons(outcomes)).map(([reason, all]) => [reason, all?.length]));

inBothWorlds((createWorld) => {
  it('proves a contact by its code, once', async () => {
    const world = await createWorld();
    agreed(await asked(world, 'P1'));
    expect(await tried(world, 'P1', 'RIGHT')).toEqual({ agreed: true, value: { contactKey: 'CONTACT', contact } });
    expect(await tried(world, 'P1', 'RIGHT')).toMatchObject({ reason: 'code-expired' });
  });

  it('gives five tries, and the fifth may be the right one', async () => {
    const world = await createWorld();
    agreed(await asked(world, 'P1'));
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await tried(world, 'P1', 'WRONG')).toMatchObject({ reason: 'code-wrong', details: { triesLeft } });
    }
    expect(await tried(world, 'P1', 'RIGHT')).toMatchObject({ agreed: true });
  });

  it('compares five of fifty guesses made at once, and not one more', async () => {
    const world = await createWorld();
    agreed(await asked(world, 'P1'));
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => tried(world, 'P1', 'WRONG')));
    expect(counted(outcomes)).toEqual({ 'code-wrong': 5, 'code-expired': 45 });
    expect(await tried(world, 'P1', 'RIGHT')).toMatchObject({ reason: 'code-expired' });
  });

  it('proves a code once, however often it is sent at the same moment', async () => {
    const world = await createWorld();
    agreed(await asked(world, 'P1'));
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => tried(world, 'P1', 'RIGHT')));
    expect(outcomes.filter(({ agreed }) => agreed)).toHaveLength(1);
  });

  it('knows a code for ten minutes', async () => {
    const world = await createWorld();
    agreed(await asked(world, 'P1'));
    world.clock.forward(9);
    expect(await tried(world, 'P1', 'WRONG')).toMatchObject({ reason: 'code-wrong' });
    world.clock.forward(1);
    expect(await tried(world, 'P1', 'RIGHT')).toMatchObject({ reason: 'code-expired' });
    expect(await tried(world, 'NONE', 'RIGHT')).toMatchObject({ reason: 'code-expired' });
  });

  it('sends ten codes a day to a contact, counted exactly under fifty calls at once', async () => {
    const world = await createWorld();
    const calls = Array.from({ length: 50 }, (_, number) =>
      asked(world, `P${number}`, { networkKey: `NETWORK${number}` }),
    );
    expect(counted(await Promise.all(calls))).toEqual({ agreed: 10, 'too-many-attempts': 40 });
    expect(await asked(world, 'OTHER', { contactKey: 'ANOTHER' })).toMatchObject({ agreed: true });
    world.clock.forward(24 * 60);
    expect(await asked(world, 'NEXT-DAY')).toMatchObject({ agreed: true });
  });

  it('sends a hundred codes a day for a network, whatever the contacts, and spends nobody else’s', async () => {
    const world = await createWorld();
    const calls = Array.from({ length: 110 }, (_, number) =>
      asked(world, `P${number}`, { contactKey: `CONTACT${number}` }),
    );
    expect(counted(await Promise.all(calls))).toEqual({ agreed: 100, 'too-many-attempts': 10 });
    const victim = { contactKey: 'VICTIM' };
    await Promise.all(Array.from({ length: 20 }, (_, number) => asked(world, `V${number}`, victim)));
    expect(await asked(world, 'OWN', { ...victim, networkKey: 'OWN-NETWORK' })).toMatchObject({ agreed: true });
  });
});
