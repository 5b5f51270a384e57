import { beforeEach, describe, expect, test } from 'vitest';
import { viewOrders } from '../../../contract/citizen/orders.ts';
import { showOrder } from '../../../contract/staff/order.ts';
import { recordOutcome, startScan } from '../../../contract/staff/outcome.ts';
import { cutOrder, keepScan, redactScan, replaceScan, showScan, transcribeScan } from '../../../contract/staff/scan.ts';
import { recordAttendance } from '../../../domain/meeting.ts';
import type { Request } from '../../../domain/request.ts';
import { run } from '../../../functions/scheduled/develop-scans.ts';
import { take, toScheduled } from '../../support/lives.ts';
import { MemoryPageMaker } from '../../support/memory/memory-pictures.ts';
import { createCitizenWorld } from '../citizen/citizen-world.ts';
import { withStaffApi } from './staff-world.ts';

const SECRETARY = 'secretary.harbour';
const CITY = 'eastmere';
const FILE = { name: 'Meeting with Applicant One.png', type: 'image/png', size: 1000 } as const;
const LINE = { page: 1, x: 100, y: 100, width: 300, height: 50 };

const openWorld = async () => {
  const citizens = await createCitizenWorld();
  return { ...withStaffApi(citizens), asCitizen: citizens.call };
};

describe('A scan', () => {
  let world: Awaited<ReturnType<typeof openWorld>>;
  let request: Request;
  beforeEach(async () => {
    world = await openWorld();
    request = await world.submitRequest({ official: 'harbour-alderman' });
    const scheduled = await toScheduled(world, request, 7);
    world.clock.moveTo(scheduled.appointment?.startsAt ?? '');
    await take(world, request, (read, context) => recordAttendance(read, 'arrived', context));
  });

  const params = () => ({ id: request.id, number: '1' });
  const act = (operation: Parameters<typeof world.call>[1], more: Record<string, string>, body?: object) =>
    world.call(SECRETARY, operation, { params: { ...params(), ...more }, ...(body && { body }) });
  const develop = () => {
    world.clock.forward(1);
    return run({ ...world, malwareCheck: world.pictures, pageMaker: new MemoryPageMaker() });
  };

  /** Announced and posted; the text stands for its pages. */
  const uploaded = async (text = '2') => {
    const { body } = await world.call(SECRETARY, startScan, { body: FILE });
    const id = String(body.id);
    world.documents.receive(CITY, id, { size: FILE.size });
    world.pictures.receive(CITY, id, Buffer.from(text));
    return { id, ...FILE };
  };
  const kept = async (text?: string) => {
    const scan = await uploaded(text);
    expect((await act(keepScan, {}, scan)).status).toBe(201);
    expect(world.darkroom.asked).toContain(scan.id);
    await develop();
    return scan;
  };
  const redacted = async (document: string, edition: number, blackouts: readonly object[]) =>
    act(redactScan, { document }, { edition, blackouts });
  const recorded = (scan: object, box?: object) =>
    act(recordOutcome, {}, { result: 'met', scan, orders: [{ text: 'Repair the pier.', unit: 'homes', box }] });
  const seenByCitizen = async () => {
    const contact = (await world.caseFiles.read(CITY, request.id))?.parties[0]?.contacts[0]?.value;
    const token = await world.sessionOf(contact);
    return (await world.asCitizen(viewOrders, { params: { id: request.id }, token })).body;
  };

  test('is looked at once the case has it, and seen by whoever brought it and by its case', async () => {
    const scan = await uploaded();
    const before = await act(showScan, { document: scan.id });
    expect(before.body).toMatchObject({ state: 'arriving', pages: [], plainPages: [] });
    expect((await world.call('clerk.harbour', showScan, { params: { document: scan.id } })).status).toBe(404);
    await act(keepScan, {}, scan);
    await develop();
    const after = await world.call('clerk.harbour', showScan, { params: { document: scan.id }, language: 'fa' });
    expect(after.body).toMatchObject({ state: 'ready', says: 'صفحه‌ها آماده است.', isShown: true });
    expect(after.body.plainPages).toHaveLength(2);
    expect((await world.call('secretary.homes', showScan, { params: { document: scan.id } })).status).toBe(404);
  });

  test('that is refused says why and what to do, in both languages, and cannot be named any more', async () => {
    const scan = await kept('damaged');
    const shown = await act(showScan, { document: scan.id });
    expect(shown.body).toMatchObject({
      state: 'refused',
      fault: 'damaged',
      says: expect.stringContaining('once more'),
    });
    expect(await recorded(scan)).toMatchObject({
      status: 422,
      body: { type: 'document-missing', detail: expect.stringContaining('damaged or incomplete') },
    });
  });

  test('of another case is nobody’s to name', async () => {
    const scan = await kept();
    const other = await world.submitRequest({ official: 'harbour-alderman' });
    const named = await world.call(SECRETARY, keepScan, { params: { id: other.id }, body: scan });
    expect(named).toMatchObject({ status: 422, body: { type: 'document-missing' } });
  });

  test('is shown to its citizen redacted, with the reason and the post of each blackout, and its transcript', async () => {
    const scan = await kept();
    await redacted(scan.id, 1, [{ ...LINE, reason: 'other-person' }]);
    await act(transcribeScan, { document: scan.id }, { text: 'The pier is to be repaired.' });
    await recorded(scan);
    const pending = (await seenByCitizen()).documents as { scan: { state: string; pages: unknown[] } }[];
    expect(pending[0]?.scan).toMatchObject({ state: 'being-looked-at', pages: [], blackouts: [] });

    await develop();
    const seen = await seenByCitizen();
    expect(seen.outcomes).toMatchObject([
      {
        scan: {
          id: scan.id,
          scan: {
            ...{ state: 'ready', transcript: 'The pier is to be repaired.' },
            pages: [{ page: 1, url: expect.stringContaining(`shown/${scan.id}/2/1.jpg`) }, { page: 2 }],
            blackouts: [
              { ...LINE, reason: 'other-person', says: 'Names another person', by: 'Secretary, Harbour Ward' },
            ],
          },
        },
      },
    ]);
    const told = JSON.stringify(seen);
    for (const hidden of [FILE.name, SECRETARY, `/documents/${scan.id}`, '/pages/']) expect(told).not.toContain(hidden);
    const files = [...world.pictures.files.entries()].map(([key, file]) => [key, Buffer.from(file).toString()]);
    const shown = files.filter(([key]) => key?.includes('/shown/'));
    expect(shown.every(([key]) => key?.includes('/2/'))).toBe(true);
    expect(shown.find(([key]) => key?.endsWith('/1.jpg'))?.[1]).toBe('page 1 -100,100');
  });

  test('takes a blackout back, and keeps who made it and who took it back', async () => {
    const scan = await kept();
    const first = await redacted(scan.id, 1, [{ ...LINE, reason: 'other-person' }]);
    expect(first.body).toMatchObject({ edition: 2, isShown: false, blackouts: [LINE] });
    expect((await redacted(scan.id, 1, [])).body.type).toBe('changed-meanwhile');
    await redacted(scan.id, 2, []);
    await develop();
    expect((await act(showScan, { document: scan.id })).body).toMatchObject({
      ...{ edition: 3, isShown: true, blackouts: [] },
      hands: [
        { act: 'blacked-out', username: SECRETARY, page: 1 },
        { act: 'uncovered', username: SECRETARY, page: 1 },
      ],
    });
  });

  test.each([
    [{ ...LINE, width: 950 }, 'width', 'outside-the-page'],
    [{ ...LINE, y: -1 }, 'y', 'outside-the-page'],
    [{ ...LINE, height: 0 }, 'height', 'outside-the-page'],
    [{ ...LINE, page: 3 }, 'page', 'no-such-page'],
  ])('refuses the box %o, naming the field', async (box, field, problem) => {
    const scan = await kept();
    expect((await redacted(scan.id, 1, [{ ...box, reason: 'health' }])).body.fields).toMatchObject([
      { path: `blackouts.0.${field}`, problem },
    ]);
    expect((await recorded(scan, { ...box, document: scan.id })).body.fields).toMatchObject([
      { path: `orders.0.box.${field}`, problem },
    ]);
  });

  test('gives its cut to the citizen and to the order’s owners, a new one for a new box or edition', async () => {
    const scan = await kept();
    await recorded(scan, { ...LINE, document: scan.id });
    expect((await seenByCitizen()).orders).toMatchObject([{ number: 1 }]);
    await develop();
    const cut = `shown/${scan.id}/1/cut-1-100-100-300-50.jpg`;
    expect((await seenByCitizen()).orders).toMatchObject([{ cut: expect.stringContaining(cut) }]);
    const card = await world.call('owner.homes', showOrder, { params: params() });
    expect(card.body).toMatchObject({ cut: expect.stringContaining(cut) });
    expect((await world.call('owner.homes', showScan, { params: { document: scan.id } })).status).toBe(404);

    await redacted(scan.id, 1, [{ ...LINE, reason: 'file-number' }]);
    const moved = { ...LINE, y: 200, document: scan.id };
    expect((await act(cutOrder, {}, { box: moved })).body).toMatchObject({ orders: [{ box: moved }] });
    await develop();
    const after = await world.call('owner.homes', showOrder, { params: params() });
    const key = `shown/${scan.id}/2/cut-1-100-200-300-50.jpg`;
    expect(after.body).toMatchObject({ cut: expect.stringContaining(key) });
    expect(Buffer.from(world.pictures.files.get(`${CITY}/${key}`) ?? []).toString()).toBe(
      'cut 100,200 of page 1 -100,100',
    );
    await act(cutOrder, {}, {});
    expect(await world.call('owner.homes', showOrder, { params: params() })).not.toHaveProperty('body.cut');
  });

  test('whose pages are not ready has no boxes yet', async () => {
    const scan = await uploaded();
    expect((await recorded(scan, { ...LINE, document: scan.id })).body.fields).toMatchObject([
      { path: 'orders.0.box.document', problem: 'pages-not-ready' },
    ]);
  });

  test('gives way to a better one', async () => {
    const [bad, better] = [await kept(), await uploaded()];
    await recorded(bad);
    expect((await act(replaceScan, { document: bad.id }, better)).status).toBe(201);
    await develop();
    const seen = await seenByCitizen();
    expect(seen).toMatchObject({ documents: [{ id: better.id }], outcomes: [{ scan: { id: better.id } }] });
    expect((await act(showScan, { document: bad.id })).body).toMatchObject({ replacedBy: better.id });
  });
});
