import { expect, it } from 'vitest';
import { conclude, event } from '../../domain/change.ts';
import type { Document } from '../../domain/ports/documents.ts';
import { accept } from '../../domain/triage.ts';
import { agreed, applicantOf, openingOf } from '../support/world.ts';
import { STAFF, take } from './a-life.ts';
import { inBothWorlds } from './both-worlds.ts';

inBothWorlds((createWorld) => {
  it('reads all of a case, its timeline in the order in which it happened', async () => {
    const world = await createWorld();
    const opening = openingOf(world.context(), world.keys, {
      content: { text: 'A text', wanted: 'Light', mode: 'phone', documents: ['D1'], fingerprint: 'f' },
    });
    agreed(await world.requests.add(opening, { limited: false }));
    world.clock.forward(5);
    const change = agreed(accept(opening.request, {}, world.context(STAFF)));
    agreed(await world.requests.replace(change));
    expect(await world.caseFiles.read(world.city, opening.request.id)).toEqual({
      request: change.after,
      content: opening.content,
      parties: opening.parties,
      events: [...opening.events, ...change.events],
      documents: [],
    });
    expect(await world.caseFiles.read(world.city, 'NONE')).toBeUndefined();
  });

  it('keeps the order of the timeline beyond ten versions', async () => {
    const world = await createWorld();
    let request = await world.submitRequest();
    for (let number = 1; number <= 11; number += 1) {
      const asked = event('asked', world.context(), { text: `Question ${number}` });
      request = agreed(await world.requests.replace(conclude(request, request, world.context(), { events: [asked] })));
    }
    const file = await world.caseFiles.read(world.city, request.id);
    expect(file?.events.slice(-11).map(({ text }) => text)).toEqual(
      Array.from({ length: 11 }, (_, index) => `Question ${index + 1}`),
    );
  });

  it('notes a document once', async () => {
    const world = await createWorld();
    const { id } = await world.submitRequest();
    const document = (name: string): Document => ({
      ...{ id: name, name: `${name}.pdf`, type: 'application/pdf', size: 12, kind: 'attachment' },
      addedAt: world.clock.now(),
    });
    await world.caseFiles.addDocument(world.city, id, document('B'));
    await world.caseFiles.addDocument(world.city, id, { ...document('B'), size: 13 });
    world.clock.forward(1);
    await world.caseFiles.addDocument(world.city, id, document('A'));
    const documents = (await world.caseFiles.read(world.city, id))?.documents;
    expect(documents?.map((kept) => [kept.id, kept.size])).toEqual([
      ['B', 12],
      ['A', 12],
    ]);
  });

  it('notes who looked, and why', async () => {
    const world = await createWorld();
    const { id } = await world.submitRequest();
    const looks = [
      { username: 'clerk.hq', at: '2026-06-08T10:00:00.000Z' },
      { username: 'auditor', at: '2026-06-08T11:00:00.000Z', why: 'A complaint' },
    ];
    for (const look of looks) await world.caseFiles.noteLook(world.city, id, look);
    expect(await world.caseFiles.looks(world.city, id)).toEqual(looks);
  });

  it('corrects people under the version of the request, and finds the case by the new words only', async () => {
    const world = await createWorld();
    const request = await world.submitRequest({ keys: { readers: [], search: ['OLD', 'SAME'] } });
    const corrected = event('corrected', world.context(STAFF), { facts: { field: 'name' } });
    const change = conclude(request, request, world.context(STAFF), { events: [corrected] });
    const parties = [{ ...applicantOf(world.context().office, request.submittedAt), name: 'Applicant Two' }];
    const correct = () => world.caseFiles.correctParties(change, parties, ['NEW', 'SAME']);
    agreed(await correct());
    expect((await world.caseFiles.read(world.city, request.id))?.parties).toEqual(parties);
    const find = async (word: string) => (await world.search.find(world.city, [word], 'hq', { limit: 5 })).items;
    expect([await find('OLD'), await find('NEW'), await find('SAME')]).toEqual([[], [request.id], [request.id]]);
    expect(await correct()).toMatchObject({ reason: 'changed-meanwhile' });
  });

  it('leaves people as they are if somebody else was faster', async () => {
    const world = await createWorld();
    const request = await world.submitRequest({ keys: { readers: [], search: ['OLD'] } });
    const change = conclude(request, request, world.context(STAFF), { events: [] });
    await take(world, accept(request, {}, world.context(STAFF)));
    expect(await world.caseFiles.correctParties(change, [], ['NEW'])).toMatchObject({ reason: 'changed-meanwhile' });
    expect((await world.search.find(world.city, ['NEW'], 'hq', { limit: 5 })).items).toEqual([]);
  });
});
