import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LedgerLine, maskedCode } from '../../../domain/ledger.ts';
import { passOffer } from '../../../domain/offers.ts';
import { mayJump, rankOf } from '../../../domain/queue.ts';
import type { Request } from '../../../domain/request.ts';
import { planSession } from '../../../domain/session.ts';
import { isFreeForQueue } from '../../../domain/slot.ts';
import { localDateOf, plusDays } from '../../../domain/time.ts';
import { accept } from '../../../domain/triage.ts';
import { cancel, schedule } from '../../../domain/turns.ts';
import { run as allocate } from '../../../functions/scheduled/allocate-turns.ts';
import { run as chain } from '../../../functions/scheduled/chain-ledger.ts';
import { slotsAhead } from '../../../functions/slots-ahead.ts';
import { take } from '../../support/lives.ts';
import { agreed, createWorld, type World } from '../../support/world.ts';

const FIRST_COME = 'harbour-alderman';
const CLASSES = 'homes-director';

const ACTS = ['join', 'join', 'join', 'pass', 'take', 'cancel', 'jump', 'plan', 'wait'] as const;
const act = fc.record({
  kind: fc.constantFrom(...ACTS),
  which: fc.nat(),
  class: fc.constantFrom('disability', 'court-date', undefined),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** Does to a queue what people do to it; what cannot be done at that moment is left out. */
const perform = async (world: World, official: string, { kind, which, class: declared }: Act): Promise<void> => {
  const { at, office } = world.context();
  const all = world.house.casesOf(world.city).map(({ request }) => request);
  const pick = (status: Request['status']): Request | undefined => {
    const able = all.filter((request) => request.status === status);
    return able[which % Math.max(1, able.length)];
  };
  switch (kind) {
    case 'join': {
      const priority = declared && { class: declared, shown: 'A card' };
      const content = { text: 'A matter of weight.', documents: [], fingerprint: 'F', ...(priority && { priority }) };
      const asked = await world.submitRequest({ official, content });
      const said = priority ? { priority: { confirmed: which % 2 === 0, text: 'Seen.' } } : {};
      await take(world, asked, (request, context) => accept(request, said, context));
      return;
    }
    case 'pass': {
      const offered = pick('offered');
      if (offered) await take(world, offered, passOffer);
      return;
    }
    case 'take': {
      const offered = pick('offered');
      if (offered?.status !== 'offered') return;
      const [turn] = offered.offered;
      if (turn)
        await take(world, offered, (request, now) => schedule(request, { ...turn, id: turn.slot, official }, now));
      return;
    }
    case 'cancel': {
      const scheduled = pick('scheduled');
      if (scheduled)
        await take(world, scheduled, (request, context) => cancel(request, {}, context), { actor: 'staff' });
      return;
    }
    case 'jump': {
      const waiting = pick('waiting');
      const free = (await slotsAhead({ city: world.city, official, at }, world)).find((slot) =>
        isFreeForQueue(slot, at),
      );
      if (!waiting || !free) return;
      const why = agreed(mayJump({ isHead: false, reason: 'urgent-need' }, world.context()));
      agreed(await world.slots.hold(world.city, free.id, waiting.id, { at, until: free.startsAt, forQueue: true }));
      await take(world, waiting, (request, context) => schedule(request, free, context, why));
      return;
    }
    case 'plan': {
      const on = plusDays(localDateOf(at, office.city.timeZone), 7 + (which % 20));
      const plan = { id: `${official}-${on}`, official, venue: office.venues[0]?.id ?? '', mode: 'in-person' as const };
      const planned = planSession({ ...plan, on, from: '10:00', to: '11:00' }, [], world.context());
      if (planned.agreed) await world.sessions.add(planned.value.session, planned.value.slots);
      return;
    }
    case 'wait':
      world.clock.forward(1 + (which % 90));
  }
};

type Place = { readonly rank: number; readonly since: string };
const isBefore = (a: Place, b: Place) => a.rank < b.rank || (a.rank === b.rank && a.since < b.since);

/** Who waited before each line, from the ledger and the times of acceptance alone; the overtakings that no line explains. */
const unexplained = (lines: readonly LedgerLine[], crowd: readonly Request[], world: World): LedgerLine[] => {
  const { office } = world.context();
  const rank = (request: Request) => rankOf({ ...request }, office) ?? 9;
  const codeOf = ({ code }: Request) => maskedCode(code);
  const waiting = new Map<string, Place>();
  const joined = new Set<string>();
  const found: LedgerLine[] = [];
  for (const [at, wave] of Map.groupBy(lines, (line) => line.at)) {
    for (const request of crowd) {
      if (joined.has(request.id) || (request.acceptedAt ?? at) > at) continue;
      joined.add(request.id);
      waiting.set(codeOf(request), { rank: rank(request), since: request.submittedAt });
    }
    const reached = wave.filter((line) => ['offered', 'given'].includes(line.act) && waiting.has(line.code));
    for (const line of wave) if (['offered', 'given', 'jumped'].includes(line.act)) waiting.delete(line.code);
    for (const line of reached) {
      const request = crowd.find((one) => codeOf(one) === line.code);
      const place = { rank: request ? rank(request) : 9, since: line.waitingSince };
      if ([...waiting.values()].some((other) => isBefore(other, place))) found.push(line);
    }
    for (const line of wave) {
      const request = crowd.find((one) => codeOf(one) === line.code);
      if (request && ['passed', 'lapsed', 'released'].includes(line.act)) {
        waiting.set(line.code, { rank: rank(request), since: line.waitingSince });
      }
    }
  }
  return found;
};

describe.each([FIRST_COME, CLASSES])('The queue of %s, whatever people do', (official) => {
  test('is never overtaken without a reason in the ledger, and nobody in it is skipped while a turn is free', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60 }), async (acts) => {
        const world = await createWorld();
        for (const one of acts) {
          await perform(world, official, one);
          world.clock.forward(1);
          await allocate(world);
          // The marks of those who have just joined are looked at after an hour.
          expect(await world.queues.due(world.city, world.clock.now(), 10)).toEqual([]);
          world.clock.forward(1);
        }
        world.clock.forward(120);
        await allocate(world);
        const { at } = world.context();
        const line = await world.requests.line(world.city, official, 100);
        const free = (await slotsAhead({ city: world.city, official, at }, world)).filter((slot) =>
          isFreeForQueue(slot, at),
        );
        expect(Math.min(line.length, free.length)).toBe(0);

        await chain(world);
        const lines = await world.ledger.list({ city: world.city, official }, { limit: 1000, after: 0 });
        const crowd = world.house.casesOf(world.city).map(({ request }) => request);
        fc.pre(new Set(crowd.map(({ code }) => maskedCode(code))).size === crowd.length);
        expect(unexplained(lines, crowd, world)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
